/**
 * Runs programs: their environment, input and output, cancellation, time limits, and the end of all that they start.
 */
@NullMarked
package io.github.aspirejava.process;

import org.jspecify.annotations.NullMarked;
