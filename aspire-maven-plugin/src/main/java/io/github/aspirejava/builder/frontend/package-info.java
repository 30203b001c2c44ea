/** Builds front ends with the Node of this machine or in a container engine, and their images. */
@NullMarked
package io.github.aspirejava.builder.frontend;

import org.jspecify.annotations.NullMarked;
