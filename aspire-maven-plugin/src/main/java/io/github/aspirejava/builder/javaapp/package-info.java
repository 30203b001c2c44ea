/** Builds the images of Java applications. */
@NullMarked
package io.github.aspirejava.builder.javaapp;

import org.jspecify.annotations.NullMarked;
