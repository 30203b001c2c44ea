package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Waits for futures. A {@link java.util.concurrent.CompletableFuture} manages the wait of a worker of a
 * {@link java.util.concurrent.ForkJoinPool}, so that another thread takes over meanwhile.
 */
public final class Futures {
    private Futures() {}

    /**
     * Returns the result of {@code future}, waiting for it if need be.
     *
     * @throws IOException the failure of the future; one of another type is its cause
     * @throws InterruptedIOException if the thread is interrupted while it waits; its interrupt status is set
     */
    public static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for another thread");
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof IOException failure ? failure : new IOException(cause);
        }
    }

    /**
     * Returns the result of a future that never fails, waiting for it if need be.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public static <T> T awaitResult(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The future was not to fail", e);
        }
    }
}
