package io.github.aspirejava.run;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Something that many ask for and one fetches, while the others wait. What was fetched is kept. A failure is that of
 * all who waited for it, and forgotten then: whoever asks next fetches again. Safe for use by several threads.
 */
public final class Once<T> {
    private @Nullable CompletableFuture<T> kept;

    /**
     * What was fetched, by {@code fetch} if there is nothing yet.
     *
     * @throws IOException what the fetching threw, be it by this thread or by the one that it waited for
     * @throws InterruptedIOException if the thread is interrupted while it waits; its interrupt status is set
     */
    public T get(Fetch<T> fetch) throws IOException {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> theirs = claim(mine);
        return theirs == mine ? fetch(fetch, mine) : await(theirs);
    }

    /** What was fetched, if somebody has. */
    public Optional<T> value() {
        CompletableFuture<T> current = current();
        return current != null && current.isDone() && !current.isCompletedExceptionally()
                ? Optional.of(current.join())
                : Optional.empty();
    }

    /** Forgets {@code stale}, unless something else has been fetched since. */
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

    private T fetch(Fetch<T> fetch, CompletableFuture<T> waiting) throws IOException {
        try {
            T fetched = fetch.fetch();
            waiting.complete(fetched);
            return fetched;
        } catch (Throwable e) {
            drop(waiting);
            waiting.completeExceptionally(e);
            throw e;
        }
    }

    private static <T> T await(CompletableFuture<T> theirs) throws IOException {
        try {
            // In a ForkJoinPool this wait is managed: another thread takes over meanwhile.
            return theirs.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another thread was at it");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    /** How it is fetched. */
    @FunctionalInterface
    public interface Fetch<T> {
        /** Fetches it. */
        T fetch() throws IOException;
    }
}
