/** Measures the costs of planning and scheduling. Not part of the tests. */
@NullMarked
package io.github.aspirejava.bench;

import org.jspecify.annotations.NullMarked;
