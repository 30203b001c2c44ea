/** The files of an image, read from its layers without an engine, and copied into a layer of another image. */
@NullMarked
package io.github.aspirejava.builder.files;

import org.jspecify.annotations.NullMarked;
