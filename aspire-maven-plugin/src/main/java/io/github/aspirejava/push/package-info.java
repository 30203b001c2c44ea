/** Pushes one image to one target: determines the missing content, mounts or uploads it, then moves the tags. */
@NullMarked
package io.github.aspirejava.push;

import org.jspecify.annotations.NullMarked;
