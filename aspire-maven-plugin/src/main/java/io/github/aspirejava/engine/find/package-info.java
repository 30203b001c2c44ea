/** Finds the container engine of this machine. */
@NullMarked
package io.github.aspirejava.engine.find;

import org.jspecify.annotations.NullMarked;
