/**
 * Runs a graph of steps, as many at once as allowed, and reports the outcome of each. Independent of the purpose of the
 * steps.
 */
@NullMarked
package io.github.aspirejava.run;

import org.jspecify.annotations.NullMarked;
