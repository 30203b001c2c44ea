/** Dockerfiles and their ignore files, as far as they can be read without an engine. */
@NullMarked
package io.github.aspirejava.dockerfile;

import org.jspecify.annotations.NullMarked;
