/** What is sent to an engine to build from: a directory, without what {@code .dockerignore} leaves out. */
@NullMarked
package io.github.aspirejava.engine.context;

import org.jspecify.annotations.NullMarked;
