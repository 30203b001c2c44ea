/**
 * Runs a graph of steps, as many at once as allowed, and reports how each of them ended. Knows nothing of what the
 * steps do.
 */
@NullMarked
package io.github.aspirejava.run;

import org.jspecify.annotations.NullMarked;
