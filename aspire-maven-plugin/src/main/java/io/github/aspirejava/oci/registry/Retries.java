package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Retries requests that may succeed the next time: the only place with retries. The back-off grows exponentially and
 * has random jitter, so that clients that failed together do not come back together; a Retry-After of the registry
 * takes precedence.
 */
final class Retries {
    private final RetryPolicy patience;
    private final Transport transport;
    private final RandomGenerator random;

    Retries(RetryPolicy patience, Transport transport, RandomGenerator random) {
        this.patience = patience;
        this.transport = transport;
        this.random = random;
    }

    /**
     * Runs {@code attempt} until it succeeds, fails permanently, or the policy gives up.
     *
     * @throws RegistryException the last failure; no caller retries further
     * @throws InterruptedIOException if the thread is interrupted while it waits (its interrupt status is set), or the
     *     transport is cancelled
     */
    <R> R run(Attempt<R> attempt) throws IOException {
        Instant firstFailure = Instant.MAX;
        for (int number = 1; ; number++) {
            try {
                return attempt.run(number);
            } catch (RegistryException e) {
                Instant now = transport.time().now();
                firstFailure = now.isBefore(firstFailure) ? now : firstFailure;
                Duration pause = pauseAfter(e, number);
                Duration elapsed = Duration.between(firstFailure, now);
                if (!e.isTransient() || number >= triesAfter(e) || isTooLong(elapsed.plus(pause))) {
                    throw e.givenUp(number, elapsed);
                }
                pause(e, pause);
            }
        }
    }

    private int triesAfter(RegistryException e) {
        return e.isWithoutConnection() ? patience.triesToConnect() : patience.tries();
    }

    private boolean isTooLong(Duration all) {
        return all.compareTo(patience.limit()) > 0;
    }

    private Duration pauseAfter(RegistryException e, int number) {
        return e.retryAfter().orElseGet(() -> {
            int doublings = Math.min(number - 1, 20);
            Duration full = patience.firstPause().multipliedBy(1L << doublings);
            Duration capped = full.compareTo(patience.longestPause()) > 0 ? patience.longestPause() : full;
            // Between a half and the whole of it.
            return capped.dividedBy(2).plusNanos((long) (random.nextDouble() * capped.toNanos() / 2));
        });
    }

    private void pause(RegistryException e, Duration pause) throws InterruptedIOException {
        if (e.retryAfter().isPresent()) {
            return; // the next request to that host waits, and that is the retry
        }
        if (e.status() == 429) {
            transport.leaveAlone(e.server(), pause);
            return;
        }
        try {
            transport.time().pause(pause, transport.cancellation());
            transport.cancellation().interruptIfCancelled();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while about to " + e.attempted());
        }
    }

    /** An attempt that may be repeated. */
    @FunctionalInterface
    interface Attempt<R> {
        /** Runs the {@code number}th attempt, counted from 1. */
        R run(int number) throws IOException;
    }
}
