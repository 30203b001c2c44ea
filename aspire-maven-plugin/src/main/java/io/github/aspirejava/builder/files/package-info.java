/** The files of an image, read from its layers without an engine, and put into a layer of another one. */
@NullMarked
package io.github.aspirejava.builder.files;

import org.jspecify.annotations.NullMarked;
