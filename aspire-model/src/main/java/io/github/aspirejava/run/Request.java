package io.github.aspirejava.run;

import java.util.concurrent.CompletableFuture;

/** A request that waits until a number of steps have ended. Guarded by the {@link Coordinator}. */
final class Request {
    private final CompletableFuture<RunReport> future = new CompletableFuture<>();
    private final int[] steps;
    private int open;

    /**
     * Waits for {@code steps}.
     *
     * @param open the number of them that have not ended
     */
    Request(int[] steps, int open) {
        this.steps = steps;
        this.open = open;
    }

    int[] steps() {
        return steps;
    }

    CompletableFuture<RunReport> future() {
        return future;
    }

    boolean hasEnded() {
        return open == 0;
    }

    /** Counts one more step that has ended, and returns whether it was the last. */
    boolean countDown() {
        open--;
        return open == 0;
    }
}
