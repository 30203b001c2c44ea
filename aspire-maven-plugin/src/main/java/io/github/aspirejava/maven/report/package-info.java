/** The outcome of a session: reported to the user, written for other tools, and recorded as a module's failure. */
@NullMarked
package io.github.aspirejava.maven.report;

import org.jspecify.annotations.NullMarked;
