/** One pipeline for each Maven session: made from the session, asked by every module's goals. */
@NullMarked
package io.github.aspirejava.maven.session;

import org.jspecify.annotations.NullMarked;
