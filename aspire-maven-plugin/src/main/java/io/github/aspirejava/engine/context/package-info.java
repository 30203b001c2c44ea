/** What is sent to an engine: a directory to build from, without what {@code .dockerignore} leaves out, or an image. */
@NullMarked
package io.github.aspirejava.engine.context;

import org.jspecify.annotations.NullMarked;
