/**
 * Building blocks for concurrent code: cancellation, values computed once, and waits that let a
 * {@link java.util.concurrent.ForkJoinPool} go on with other work. Independent of steps and of the network.
 */
@NullMarked
package io.github.aspirejava.concurrent;

import org.jspecify.annotations.NullMarked;
