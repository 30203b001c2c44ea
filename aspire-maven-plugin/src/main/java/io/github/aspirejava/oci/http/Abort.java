package io.github.aspirejava.oci.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of all exchanges of a session: once it has happened no request is sent, and nobody waits for anything. */
public final class Abort {
    private final CountDownLatch happened = new CountDownLatch(1);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Whether it has happened. */
    public boolean hasHappened() {
        return happened.getCount() == 0;
    }

    /**
     * Does nothing unless it has happened.
     *
     * @throws InterruptedIOException if it has
     */
    public void check() throws InterruptedIOException {
        if (hasHappened()) {
            throw new InterruptedIOException("Called off");
        }
    }

    /** Waits for it, as long as {@code atMost}. */
    void await(Duration atMost) throws InterruptedException {
        boolean ignored = happened.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    void onHappening(Runnable listener) {
        listeners.add(listener);
        if (hasHappened()) {
            listener.run();
        }
    }

    void happen() {
        happened.countDown();
        listeners.forEach(Runnable::run);
    }
}
