package io.github.aspirejava.oci.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets requests to one host pass: so many at a time, and none as long as the host has asked for a pause. A host that
 * says that it gets too many gets half as many from then on, and by and by more again.
 */
final class HostGate {
    /** So many answers in a row, for each request at a time, make one more of them. */
    private static final int ANSWERS_FOR_ONE_MORE = 8;

    private final int most;
    private final Timekeeper time;
    private final Abort abort;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int allowed;
    private int inside;
    private int answers;
    private Instant closedUntil = Instant.MIN;

    HostGate(int most, Timekeeper time, Abort abort) {
        this.most = most;
        this.allowed = most;
        this.time = time;
        this.abort = abort;
        abort.onHappening(this::wakeAll);
    }

    /** Waits until one more request may be sent; {@link #leave} has to follow. */
    void enter() throws InterruptedException, InterruptedIOException {
        while (true) {
            abort.check();
            Duration closed = timeClosed();
            if (closed.compareTo(Duration.ZERO) > 0) {
                time.pause(closed, abort);
            } else if (tryEnter()) {
                return;
            } else {
                Blocking.await(this::awaitChange);
            }
        }
    }

    /** A request has ended. */
    void leave() {
        locked(() -> inside--);
    }

    /** The host has answered, and not that it gets too many requests. */
    void answered() {
        locked(() -> {
            answers++;
            if (answers >= allowed * ANSWERS_FOR_ONE_MORE) {
                answers = 0;
                allowed = Math.min(most, allowed + 1);
            }
        });
    }

    /** The host gets too many requests, and is left alone for this time from now on. */
    void throttle(Duration pause) {
        Instant now = time.now();
        locked(() -> {
            answers = 0;
            // What was under way when it began to complain gets the same answer, and says nothing new.
            if (!now.isBefore(closedUntil)) {
                allowed = Math.max(1, allowed / 2);
            }
            extend(now.plus(pause));
        });
    }

    /** The host is left alone for this time from now on. */
    void close(Duration pause) {
        Instant until = time.now().plus(pause);
        locked(() -> extend(until));
    }

    private void extend(Instant until) {
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    private Duration timeClosed() {
        lock.lock();
        try {
            return closedUntil.equals(Instant.MIN) ? Duration.ZERO : Duration.between(time.now(), closedUntil);
        } finally {
            lock.unlock();
        }
    }

    private boolean tryEnter() {
        lock.lock();
        try {
            boolean free = inside < allowed && !time.now().isBefore(closedUntil);
            inside += free ? 1 : 0;
            return free;
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (inside >= allowed && !abort.hasHappened() && !time.now().isBefore(closedUntil)) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void wakeAll() {
        locked(() -> {});
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
