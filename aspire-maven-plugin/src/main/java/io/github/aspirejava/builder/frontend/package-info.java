/** Builds front ends with the local Node or in a container engine, and their images. */
@NullMarked
package io.github.aspirejava.builder.frontend;

import org.jspecify.annotations.NullMarked;
