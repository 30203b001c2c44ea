/** Builds Dockerfiles. */
@NullMarked
package io.github.aspirejava.engine.build;

import org.jspecify.annotations.NullMarked;
