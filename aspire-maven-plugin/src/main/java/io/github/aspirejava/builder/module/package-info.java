/** A module as its build has packaged it: the artifact, its class path, and the libraries that it was packaged with. */
@NullMarked
package io.github.aspirejava.builder.module;

import org.jspecify.annotations.NullMarked;
