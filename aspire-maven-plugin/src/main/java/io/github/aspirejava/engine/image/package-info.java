/** Reads images out of an engine. */
@NullMarked
package io.github.aspirejava.engine.image;

import org.jspecify.annotations.NullMarked;
