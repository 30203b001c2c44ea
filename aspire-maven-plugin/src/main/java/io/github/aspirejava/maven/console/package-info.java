/** The console output during a run and at its end. */
@NullMarked
package io.github.aspirejava.maven.console;

import org.jspecify.annotations.NullMarked;
