/**
 * Building blocks for code that several threads run: cancellation, values computed once, and waits that let a
 * {@link java.util.concurrent.ForkJoinPool} go on with other work. Knows nothing of steps or of the network.
 */
@NullMarked
package io.github.aspirejava.concurrent;

import org.jspecify.annotations.NullMarked;
