package io.github.aspirejava.concurrent;

import java.util.concurrent.CancellationException;

/**
 * Interrupts the thread that opened it when the run is cancelled, as long as it is open: the SDK offers no other way of
 * cancellation, neither while it waits for a reply nor for its next retry.
 */
public final class InterruptOnCancel implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;
    private boolean open = true;

    /** Starts with the calling thread. */
    public InterruptOnCancel(Cancellation cancellation) {
        this.cancellation = cancellation;
        this.registration = cancellation.onCancel(this::interrupt);
    }

    private synchronized void interrupt() {
        if (open) {
            thread.interrupt();
        }
    }

    /**
     * Does nothing unless the run has been cancelled.
     *
     * @throws CancellationException if it has, which is the cause of {@code failure}
     */
    public void throwIfCancelled(Throwable failure) {
        if (cancellation.isCancelled()) {
            throw (CancellationException) new CancellationException("The run has been cancelled").initCause(failure);
        }
    }

    /** Ends the interruption of the thread. */
    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            open = false;
        }
        if (cancellation.isCancelled()) {
            Thread.interrupted();
        }
    }
}
