/** The input of an engine: a build context without the files that {@code .dockerignore} excludes, or an image. */
@NullMarked
package io.github.aspirejava.engine.context;

import org.jspecify.annotations.NullMarked;
