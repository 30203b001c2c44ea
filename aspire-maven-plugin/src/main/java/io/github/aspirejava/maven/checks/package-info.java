/** Preconditions that are checked before steps run. */
@NullMarked
package io.github.aspirejava.maven.checks;

import org.jspecify.annotations.NullMarked;
