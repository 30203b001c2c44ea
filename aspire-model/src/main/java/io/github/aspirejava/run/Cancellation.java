package io.github.aspirejava.run;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/** Tells running steps that they are no longer wanted. Safe for use by several threads. */
public final class Cancellation {
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    /** Whether the run has been cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Does nothing unless the run has been cancelled.
     *
     * @throws CancellationException if it has: the step then ends as cancelled
     */
    public void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("The run has been cancelled");
        }
    }

    /**
     * Calls {@code listener} when the run is cancelled, at once if it has been.
     *
     * @return ends the registration
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
        if (cancelled) {
            once.run();
        }
        return () -> listeners.remove(once);
    }

    /**
     * Cancels; calls every listener once, also when one throws.
     *
     * @throws RuntimeException the first that a listener threw; it carries the others
     */
    void cancel() {
        cancelled = true;
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
