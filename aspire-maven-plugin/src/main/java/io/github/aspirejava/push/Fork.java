package io.github.aspirejava.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the parts of one job side by side. */
final class Fork {
    private Fork() {}

    /**
     * The results of {@code parts}, in their order. In a worker of a {@link java.util.concurrent.ForkJoinPool} the
     * parts are forked in that pool; elsewhere they run one after another. Once a part has failed no other is started,
     * and the first failure in order is thrown when those that run have ended.
     *
     * @throws InterruptedException if a part throws it, or at once if this thread is interrupted while it waits
     */
    static <T> List<T> join(List<? extends Part<T>> parts) throws IOException, InterruptedException {
        if (!ForkJoinTask.inForkJoinPool()) {
            List<T> results = new ArrayList<>();
            for (Part<T> part : parts) {
                results.add(part.run());
            }
            return results;
        }
        AtomicBoolean stopped = new AtomicBoolean();
        List<Forked<T>> forked =
                parts.stream().map(part -> new Forked<T>(part, stopped)).toList();
        try {
            forked.forEach(Forked::fork);
            for (int i = forked.size() - 1; i >= 0; i--) {
                forked.get(i).runHereIfUnclaimed();
            }
            return results(forked);
        } finally {
            stopped.set(true);
        }
    }

    private static <T> List<T> results(List<Forked<T>> forked) throws IOException, InterruptedException {
        List<T> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Forked<T> part : forked) {
            try {
                // Not ForkJoinTask.join: it would run strangers' parts meanwhile, which may hang on another registry.
                results.add(part.result.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof NotStarted)) {
                    failures.add(e.getCause());
                }
            }
        }
        if (failures.isEmpty()) {
            return results;
        }
        Throwable first = failures.get(0);
        failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
        if (first instanceof IOException e) {
            throw e;
        }
        if (first instanceof InterruptedException e) {
            throw e;
        }
        if (first instanceof Error e) {
            throw e;
        }
        throw first instanceof RuntimeException e ? e : new IllegalStateException(first);
    }

    /** A part of a job. */
    @FunctionalInterface
    interface Part<T> {
        T run() throws IOException, InterruptedException;
    }

    private static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static final class Forked<T> {
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private final ForkJoinTask<?> task;

        Forked(Part<T> part, AtomicBoolean stopped) {
            this.task = ForkJoinTask.adapt(() -> {
                try {
                    if (stopped.get()) {
                        result.completeExceptionally(new NotStarted());
                    } else {
                        result.complete(part.run());
                    }
                } catch (Throwable e) {
                    stopped.set(true);
                    result.completeExceptionally(e);
                }
            });
        }

        void fork() {
            task.fork();
        }

        void runHereIfUnclaimed() {
            if (task.tryUnfork()) {
                task.invoke();
            }
        }
    }
}
