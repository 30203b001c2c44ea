package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Runs an action in one of several threads that need it at the same time, while the others wait. A failure is thrown to
 * that thread alone; those that waited check the outcome and try themselves.
 *
 * <p>In a {@link Once} a failure is thrown to all threads that waited.
 */
public final class SingleFlight<K> {
    private final ConcurrentMap<K, CompletableFuture<Void>> flights = new ConcurrentHashMap<>();

    /**
     * Runs {@code action}, unless one with the same key is running: then waits for its end, whether it succeeds or
     * fails.
     *
     * <p>The action neither joins subtasks nor starts another flight here, so the wait always ends.
     */
    public void runOrWait(K key, Action action) throws IOException, InterruptedException {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> theirs = flights.putIfAbsent(key, mine);
        if (theirs != null) {
            Futures.awaitResult(theirs);
            return;
        }
        try {
            action.run();
        } finally {
            flights.remove(key, mine);
            mine.complete(null);
        }
    }

    /** An action that one thread runs. */
    @FunctionalInterface
    public interface Action {
        /** Runs the action. */
        void run() throws IOException, InterruptedException;
    }
}
