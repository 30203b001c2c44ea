package io.github.aspirejava.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does several things at once if the caller is a worker of its own fork/join pool, else one after another. */
final class ForkJoin {
    private ForkJoin() {}

    /** The results in the order of {@code inputs}; the first failure in that order is thrown. */
    static <T, R> List<R> map(List<T> inputs, Step<T, R> step) throws ImageBuildException, IOException {
        List<Part<T, R>> parts =
                inputs.stream().map(input -> new Part<>(input, step)).toList();
        ForkJoinPool pool = ForkJoinTask.getPool();
        if (pool != null && pool != ForkJoinPool.commonPool()) {
            parts.forEach(part -> ForkJoinTask.adapt(part).fork());
        }
        // Thieves begin with the first.
        for (int i = parts.size() - 1; i >= 0; i--) {
            parts.get(i).run();
        }
        List<R> results = new ArrayList<>();
        for (Part<T, R> part : parts) {
            results.add(part.await());
        }
        return results;
    }

    /** What is done with each input. */
    @FunctionalInterface
    interface Step<T, R> {
        R apply(T input) throws ImageBuildException, IOException;
    }

    /** One input on its way; whichever thread comes first does it. */
    private static final class Part<T, R> implements Runnable {
        private final T input;
        private final Step<T, R> step;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<R> result = new CompletableFuture<>();

        Part(T input, Step<T, R> step) {
            this.input = input;
            this.step = step;
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                try {
                    result.complete(step.apply(input));
                } catch (Throwable e) {
                    result.completeExceptionally(e);
                }
            }
        }

        /**
         * Waits as a {@link ForkJoinPool.ManagedBlocker} and not with {@link ForkJoinTask#join}, which meanwhile runs
         * what others have forked: that may be another service's push, and hang.
         */
        R await() throws ImageBuildException, IOException {
            try {
                return result.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ImageBuildException("The build was cancelled", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ImageBuildException failure) {
                    throw failure;
                }
                if (e.getCause() instanceof IOException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
