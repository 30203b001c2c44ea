package io.github.aspirejava.azure.arm;

import io.github.aspirejava.concurrent.Cancellation;
import java.time.Duration;

/** Lets time pass between two looks at an operation; tests let none pass. */
@FunctionalInterface
public interface Pause {
    /** Real time. */
    Pause REAL = (duration, cancellation) -> cancellation.await(duration);

    /**
     * Returns when {@code duration} has passed, or the run has been cancelled.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void of(Duration duration, Cancellation cancellation) throws InterruptedException;
}
