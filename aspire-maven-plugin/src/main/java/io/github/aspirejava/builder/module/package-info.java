/** A module as packaged by its build: the artifact, its class path, and the libraries that it was packaged with. */
@NullMarked
package io.github.aspirejava.builder.module;

import org.jspecify.annotations.NullMarked;
