package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A value that many threads need and one computes, while the others wait. The value is kept. A failure is thrown to all
 * threads that waited for it, and then forgotten: the next call computes again. Safe for use by several threads.
 *
 * <p>In a {@link SingleFlight} a failure stays with the thread that failed, and those that waited try themselves.
 */
public final class Once<T> {
    private @Nullable CompletableFuture<T> kept;

    /**
     * Returns the value, computed by {@code supplier} if there is none yet.
     *
     * @throws IOException if the supplier throws it, in this thread or in the one that it waited for
     * @throws InterruptedIOException if the thread is interrupted while it waits; its interrupt status is set
     */
    public T get(Supplier<T> supplier) throws IOException {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> theirs = claim(mine);
        return theirs == mine ? compute(supplier, mine) : Futures.await(theirs);
    }

    /** Returns the value, if it has been computed. */
    public Optional<T> value() {
        CompletableFuture<T> current = current();
        return current != null && current.isDone() && !current.isCompletedExceptionally()
                ? Optional.of(current.join())
                : Optional.empty();
    }

    /** Forgets {@code stale}, unless another value has been computed since. */
    public synchronized void forget(T stale) {
        if (value().filter(current -> current == stale).isPresent()) {
            kept = null;
        }
    }

    private synchronized CompletableFuture<T> claim(CompletableFuture<T> mine) {
        if (kept == null) {
            kept = mine;
        }
        return kept;
    }

    private synchronized @Nullable CompletableFuture<T> current() {
        return kept;
    }

    private synchronized void drop(CompletableFuture<T> failed) {
        kept = kept == failed ? null : kept;
    }

    private T compute(Supplier<T> supplier, CompletableFuture<T> waiting) throws IOException {
        try {
            T value = supplier.get();
            waiting.complete(value);
            return value;
        } catch (Throwable e) {
            drop(waiting);
            waiting.completeExceptionally(e);
            throw e;
        }
    }

    /** A computation that may fail with an {@link IOException}. */
    @FunctionalInterface
    public interface Supplier<T> {
        /** Computes the value. */
        T get() throws IOException;
    }
}
