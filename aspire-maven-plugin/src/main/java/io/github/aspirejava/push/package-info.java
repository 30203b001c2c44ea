/** One image to one target: finds out what is missing, mounts or uploads it, then moves the tags. */
@NullMarked
package io.github.aspirejava.push;

import org.jspecify.annotations.NullMarked;
