package io.github.aspirejava.azure.arm;

import io.github.aspirejava.run.Cancellation;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets time pass between two looks at an operation; tests let none pass. */
@FunctionalInterface
public interface Pause {
    /** Real time. In a pool of ours another thread takes over meanwhile. */
    Pause REAL = (duration, cancellation) -> {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        Cancellation.Registration registration = cancellation.onCancel(() -> cancelled.complete(null));
        try (registration) {
            cancelled.get(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // the time is over: the future never fails
        }
    };

    /**
     * Returns when {@code duration} has passed, or the run has been cancelled.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void of(Duration duration, Cancellation cancellation) throws InterruptedException;
}
