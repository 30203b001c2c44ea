/** Layers of files: planned, given reproducible times, and written to the cache. */
@NullMarked
package io.github.aspirejava.builder.layer;

import org.jspecify.annotations.NullMarked;
