/** Discovers the container engine of this machine. */
@NullMarked
package io.github.aspirejava.engine.discovery;

import org.jspecify.annotations.NullMarked;
