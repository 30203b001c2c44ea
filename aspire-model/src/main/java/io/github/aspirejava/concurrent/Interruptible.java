package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/**
 * A job with interruptible I/O.
 *
 * @param <E> the type of an additional exception
 */
@FunctionalInterface
public interface Interruptible<R, E extends Exception> {
    /** Runs the job. */
    R run() throws E, IOException, InterruptedException;

    /**
     * Runs {@code job}; an interruption within its I/O looks to the caller like one between two I/O operations.
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
