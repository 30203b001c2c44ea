/** One pipeline for each Maven session: created from the session, used by the goals of every module. */
@NullMarked
package io.github.aspirejava.maven.session;

import org.jspecify.annotations.NullMarked;
