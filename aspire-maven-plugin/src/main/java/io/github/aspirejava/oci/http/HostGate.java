package io.github.aspirejava.oci.http;

import io.github.aspirejava.concurrent.Blocking;
import io.github.aspirejava.concurrent.Cancellation;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets requests to one host pass: so many at a time, and none as long as the host has asked for a pause. A host that
 * says that it gets too many gets half as many from then on, and by and by more again.
 */
final class HostGate {
    /** So many answers in a row, for each request at a time, make one more of them. */
    private static final int ANSWERS_FOR_ONE_MORE = 8;

    /** More than anybody waits for. */
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

    /** A request has ended. */
    void leave() {
        places.release();
    }

    /** The host has answered, and not that it gets too many requests. */
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

    /** The host gets too many requests, and is left alone for this time from now on. */
    synchronized void throttle(Duration pause) {
        Instant now = time.now();
        answers = 0;
        // What was under way when it began to complain gets the same answer, and says nothing new.
        if (!now.isBefore(closedUntil)) {
            int fewer = Math.max(1, allowed / 2);
            places.takeAway(allowed - fewer);
            allowed = fewer;
        }
        close(now.plus(pause));
    }

    /** The host is left alone for this time from now on. */
    synchronized void close(Duration pause) {
        close(time.now().plus(pause));
    }

    private void close(Instant until) {
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    private synchronized Duration timeClosed() {
        return closedUntil.equals(Instant.MIN) ? Duration.ZERO : Duration.between(time.now(), closedUntil);
    }

    /** As many as there may be requests at a time; below zero while there are more than that. */
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
