package io.github.aspirejava.concurrent;

import java.util.concurrent.CancellationException;

/**
 * While it is open, a cancelled run interrupts the thread that opened it: the SDK knows no other way to be told, be it
 * that it waits for a reply or for its time to try again.
 */
public final class InterruptOnCancel implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final Cancellation cancellation;
    private final Cancellation.Registration registration;
    private boolean open = true;

    /** From now on, for the thread that calls this. */
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
     * @throws CancellationException if it has: that is what {@code failure} comes from
     */
    public void throwIfCancelled(Throwable failure) {
        if (cancellation.isCancelled()) {
            throw (CancellationException) new CancellationException("The run has been cancelled").initCause(failure);
        }
    }

    /** From now on the thread is left alone. */
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
