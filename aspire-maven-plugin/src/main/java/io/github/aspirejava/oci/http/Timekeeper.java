package io.github.aspirejava.oci.http;

import io.github.aspirejava.concurrent.Cancellation;
import java.time.Duration;
import java.time.Instant;

/** A clock with a pause; tests have a time of their own. */
public interface Timekeeper {
    /** The system time. */
    Timekeeper SYSTEM = new Timekeeper() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration duration, Cancellation unless) throws InterruptedException {
            unless.await(duration);
        }
    };

    /** Returns the current time. */
    Instant now();

    /**
     * Returns when {@code duration} has passed, or at once when {@code unless} happens.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    void pause(Duration duration, Cancellation unless) throws InterruptedException;
}
