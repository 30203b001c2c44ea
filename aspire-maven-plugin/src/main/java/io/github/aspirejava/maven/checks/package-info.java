/** Checks that have to hold before steps are run. */
@NullMarked
package io.github.aspirejava.maven.checks;

import org.jspecify.annotations.NullMarked;
