package io.github.aspirejava.concurrent;

import java.time.Duration;

/** Waits between two polls of an operation; in tests it returns at once. */
@FunctionalInterface
public interface Pause {
    /** Waits in real time. */
    Pause REAL = (duration, cancellation) -> cancellation.await(duration);

    /**
     * Waits until {@code duration} has passed or the run is cancelled.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void of(Duration duration, Cancellation cancellation) throws InterruptedException;
}
