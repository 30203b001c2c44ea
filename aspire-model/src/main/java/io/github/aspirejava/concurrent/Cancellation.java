package io.github.aspirejava.concurrent;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A cancellation flag, which running work polls or listens to. It cannot be reset. Safe for use by several threads.
 *
 * <p>Computations call {@link #throwIfCancelled}; streams and requests, whose callers expect I/O failures, call
 * {@link #interruptIfCancelled}; calls that block register a listener that ends them.
 */
public final class Cancellation {
    private static final String MESSAGE = "The run has been cancelled";

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final CountDownLatch cancelled = new CountDownLatch(1);

    /** Returns whether {@link #cancel} has been called. */
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /**
     * Does nothing before the cancellation.
     *
     * @throws CancellationException after it: a step that throws it ends as cancelled
     */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException(MESSAGE);
        }
    }

    /**
     * Does nothing before the cancellation.
     *
     * @throws InterruptedIOException after it
     */
    public void interruptIfCancelled() throws InterruptedIOException {
        if (isCancelled()) {
            throw new InterruptedIOException(MESSAGE);
        }
    }

    /**
     * Waits for the cancellation, at most for {@code timeout}. In a {@link java.util.concurrent.ForkJoinPool} another
     * thread takes over meanwhile.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public void await(Duration timeout) throws InterruptedException {
        Blocking.await(() -> {
            boolean ignored = cancelled.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
        });
    }

    /**
     * Registers {@code listener}, which is called on cancellation, at once if it has happened.
     *
     * @return closes the registration
     */
    public Registration onCancel(Runnable listener) {
        Runnable once = new Runnable() {
            @Override
            public void run() {
                if (listeners.remove(this)) {
                    listener.run();
                }
            }
        };
        listeners.add(once);
        if (isCancelled()) {
            once.run();
        }
        return () -> listeners.remove(once);
    }

    /**
     * Cancels; calls every listener once, also if one throws.
     *
     * @throws RuntimeException the first that a listener threw; the others are suppressed in it
     */
    public void cancel() {
        cancelled.countDown();
        RuntimeException first = null;
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** A listener that waits for cancellation, until it is closed. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
