/** The running pipeline of a Maven session, which the goals of all modules share. */
@NullMarked
package io.github.aspirejava.maven.pipeline;

import org.jspecify.annotations.NullMarked;
