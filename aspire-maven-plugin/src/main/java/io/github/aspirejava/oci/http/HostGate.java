package io.github.aspirejava.oci.http;

import io.github.aspirejava.concurrent.Blocking;
import io.github.aspirejava.concurrent.Cancellation;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the requests to one host: their number at a time, and none during a pause that the host has requested. A host
 * that throttles gets half as many requests from then on, and gradually more again.
 */
final class HostGate {
    /** The number of successive answers, for each request at a time, after which the limit is raised by one. */
    private static final int ANSWERS_FOR_ONE_MORE = 8;

    /** The number of permits for unlimited requests: more than there are ever waiting threads. */
    private static final int PLACES_FOR_ALL = 1_000_000;

    private final int most;
    private final Timekeeper time;
    private final Cancellation cancellation;
    private final Places places;
    private int allowed;
    private int answers;
    private Instant closedUntil = Instant.MIN;

    HostGate(int most, Timekeeper time, Cancellation cancellation) {
        this.most = most;
        this.allowed = most;
        this.places = new Places(most);
        this.time = time;
        this.cancellation = cancellation;
        cancellation.onCancel(() -> places.release(PLACES_FOR_ALL));
    }

    /** Waits until one more request may be sent, first come, first served; {@link #leave} has to follow. */
    void enter() throws InterruptedException, InterruptedIOException {
        while (true) {
            cancellation.interruptIfCancelled();
            Duration closed = timeClosed();
            if (closed.compareTo(Duration.ZERO) > 0) {
                time.pause(closed, cancellation);
                continue;
            }
            if (!places.tryAcquire(0, TimeUnit.SECONDS)) {
                Blocking.await(places::acquire);
            }
            if (!cancellation.isCancelled() && timeClosed().compareTo(Duration.ZERO) <= 0) {
                return;
            }
            places.release();
        }
    }

    /** Records that a request has ended. */
    void leave() {
        places.release();
    }

    /** Records an answer of the host that is not a throttling one. */
    synchronized void answered() {
        answers++;
        if (answers >= allowed * ANSWERS_FOR_ONE_MORE) {
            answers = 0;
            if (allowed < most) {
                allowed++;
                places.release();
            }
        }
    }

    /** Records that the host throttles, and pauses all requests to it for this time from now on. */
    synchronized void throttle(Duration pause) {
        Instant now = time.now();
        answers = 0;
        // Requests that were sent before the first throttling answer get the same answer, which is no new
        // information.
        if (!now.isBefore(closedUntil)) {
            int fewer = Math.max(1, allowed / 2);
            places.takeAway(allowed - fewer);
            allowed = fewer;
        }
        close(now.plus(pause));
    }

    /** Pauses all requests to the host for this time from now on. */
    synchronized void close(Duration pause) {
        close(time.now().plus(pause));
    }

    private void close(Instant until) {
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    private synchronized Duration timeClosed() {
        return closedUntil.equals(Instant.MIN) ? Duration.ZERO : Duration.between(time.now(), closedUntil);
    }

    /** The permits for requests at a time; below zero while there are more requests than that. */
    private static final class Places extends Semaphore {
        private static final long serialVersionUID = 1;

        Places(int number) {
            super(number, true);
        }

        void takeAway(int number) {
            reducePermits(number);
        }
    }
}
