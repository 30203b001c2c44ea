package io.github.aspirejava.push;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Of several who want the same done, lets one do it while the others wait. A failure is the doer's own: it is
 * forgotten, and those who waited find that they have to try themselves.
 */
final class SingleFlight<K> {
    private final ConcurrentMap<K, CompletableFuture<Void>> flights = new ConcurrentHashMap<>();

    /**
     * Runs {@code action}, unless one with the same key is running: then waits for that one's end, however it ends.
     *
     * <p>The action neither joins subtasks nor starts another flight here, so the one waited for always comes to its
     * end.
     */
    void runOrWait(K key, Action action) throws IOException, InterruptedException {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> theirs = flights.putIfAbsent(key, mine);
        if (theirs != null) {
            await(theirs);
            return;
        }
        try {
            action.run();
        } finally {
            flights.remove(key, mine);
            mine.complete(null);
        }
    }

    private static void await(CompletableFuture<Void> flight) throws InterruptedException {
        try {
            // In a ForkJoinPool this wait is managed: another thread takes over meanwhile.
            flight.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A flight ends without an exception", e);
        }
    }

    /** What is to be done once. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException, InterruptedException;
    }
}
