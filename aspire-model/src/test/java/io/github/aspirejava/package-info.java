/** Shared test fixtures: models built as a POM declares them. */
@NullMarked
package io.github.aspirejava;

import org.jspecify.annotations.NullMarked;
