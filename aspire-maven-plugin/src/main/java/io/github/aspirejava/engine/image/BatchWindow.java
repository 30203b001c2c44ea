package io.github.aspirejava.engine.image;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts the requests that are expected soon, so that a batch can wait for them a moment. */
final class BatchWindow {
    private int expected;
    private CompletableFuture<Void> allHere = CompletableFuture.completedFuture(null);

    /** Expects one more request. */
    synchronized Arrival expect() {
        if (expected++ == 0) {
            allHere = new CompletableFuture<>();
        }
        return new Arrival();
    }

    /** Waits until no request is expected any more, at most for the given time, or until an interrupt. */
    void await(Duration most) {
        try {
            // In a ForkJoinPool this wait is managed: another thread takes over meanwhile.
            allHere().get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The others have to ask on their own then.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody's arrival fails", e);
        }
    }

    private synchronized CompletableFuture<Void> allHere() {
        return allHere;
    }

    private synchronized void oneLess() {
        if (--expected == 0) {
            allHere.complete(null);
        }
    }

    /** An expected request; closed when it has arrived, or will not arrive. */
    final class Arrival implements AutoCloseable {
        private final AtomicBoolean ended = new AtomicBoolean();

        @Override
        public void close() {
            if (ended.compareAndSet(false, true)) {
                oneLess();
            }
        }
    }
}
