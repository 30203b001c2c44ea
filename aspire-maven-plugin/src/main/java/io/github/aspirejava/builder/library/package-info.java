/**
 * Plans the layers of libraries over all applications of a registry, so that a library that several of them use is
 * stored and pushed once. The planner works on names and sizes only, not on files.
 */
@NullMarked
package io.github.aspirejava.builder.library;

import org.jspecify.annotations.NullMarked;
