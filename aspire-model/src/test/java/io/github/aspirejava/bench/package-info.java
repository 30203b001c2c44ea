/** Measures what planning and scheduling cost. Not part of the tests. */
@NullMarked
package io.github.aspirejava.bench;

import org.jspecify.annotations.NullMarked;
