package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Something with I/O in it that a thread can be interrupted in.
 *
 * @param <E> what it throws besides
 */
@FunctionalInterface
public interface Interruptible<R, E extends Exception> {
    /** Does it. */
    R run() throws E, IOException, InterruptedException;

    /**
     * Does {@code job}; being interrupted in the middle of its I/O is the same to the caller as between two pieces of
     * it.
     *
     * @throws InterruptedException if the job throws it or was interrupted in its I/O; the interrupt status is cleared
     */
    static <R, E extends Exception> R call(Interruptible<R, E> job) throws E, IOException, InterruptedException {
        try {
            return job.run();
        } catch (SocketTimeoutException e) {
            throw e; // an InterruptedIOException by name only
        } catch (InterruptedIOException | ClosedByInterruptException e) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
        }
    }
}
