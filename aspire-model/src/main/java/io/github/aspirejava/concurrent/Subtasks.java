package io.github.aspirejava.concurrent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the parts of one job in parallel if its caller is in a pool, as every step is. */
public final class Subtasks {
    private Subtasks() {}

    /**
     * Applies {@code part} to each input and returns the results in the order of the inputs. In a worker of a
     * {@link ForkJoinPool} other than the common one the parts are forked in that pool, and the caller runs those that
     * no other worker has begun; elsewhere they run one after another, in the caller's thread.
     *
     * <p>Once a part has failed no other is begun. When the running ones have ended, the first failure in the order of
     * the inputs is thrown unchanged; the others are suppressed in it.
     *
     * @throws E if a part throws it
     * @throws IOException if a part throws it
     * @throws InterruptedException if a part throws it, or at once if this thread is interrupted while it waits;
     *     running parts then go on
     */
    public static <T, R, E extends Exception> List<R> map(List<T> inputs, Part<T, R, E> part)
            throws E, IOException, InterruptedException {
        ForkJoinPool pool = ForkJoinTask.getPool();
        if (pool == null || pool == ForkJoinPool.commonPool()) {
            List<R> results = new ArrayList<>(inputs.size());
            for (T input : inputs) {
                results.add(part.apply(input));
            }
            return results;
        }
        AtomicBoolean stopped = new AtomicBoolean();
        List<Subtask<T, R>> subtasks = inputs.stream()
                .map(input -> new Subtask<>(input, part, stopped))
                .toList();
        try {
            subtasks.forEach(subtask -> ForkJoinTask.adapt(subtask).fork());
            // From the last one on, because other workers begin with the first.
            for (int i = subtasks.size() - 1; i >= 0; i--) {
                subtasks.get(i).run();
            }
            return results(subtasks);
        } finally {
            stopped.set(true);
        }
    }

    @SuppressWarnings("unchecked") // a part throws nothing else
    private static <T, R, E extends Exception> List<R> results(List<Subtask<T, R>> subtasks)
            throws E, InterruptedException {
        List<R> results = new ArrayList<>(subtasks.size());
        List<Throwable> failures = new ArrayList<>();
        for (Subtask<T, R> subtask : subtasks) {
            Outcome<R> outcome = subtask.await();
            if (outcome instanceof Outcome.Done<R> done) {
                results.add(done.result());
            } else if (outcome instanceof Outcome.Failed<R> failed) {
                failures.add(failed.failure());
            }
        }
        if (failures.isEmpty()) {
            return results;
        }
        Throwable first = failures.get(0);
        failures.stream().filter(other -> other != first).forEach(first::addSuppressed);
        if (first instanceof Error error) {
            throw error;
        }
        throw (E) first;
    }

    /**
     * The operation on each input.
     *
     * @param <E> the type of an additional exception
     */
    @FunctionalInterface
    public interface Part<T, R, E extends Exception> {
        /** Runs the operation on this input. */
        R apply(T input) throws E, IOException, InterruptedException;
    }

    private sealed interface Outcome<R> {
        record Done<R>(R result) implements Outcome<R> {}

        record Failed<R>(Throwable failure) implements Outcome<R> {}

        record NotBegun<R>() implements Outcome<R> {}
    }

    /** The task of one input; the first thread that gets to it runs it. */
    private static final class Subtask<T, R> implements Runnable {
        private final T input;
        private final Part<T, R, ?> part;
        private final AtomicBoolean stopped;
        private final AtomicBoolean claimed = new AtomicBoolean();
        /** Never completed exceptionally: the future would wrap some failures and unwrap others. */
        private final CompletableFuture<Outcome<R>> outcome = new CompletableFuture<>();

        Subtask(T input, Part<T, R, ?> part, AtomicBoolean stopped) {
            this.input = input;
            this.part = part;
            this.stopped = stopped;
        }

        @Override
        public void run() {
            if (claimed.compareAndSet(false, true)) {
                outcome.complete(stopped.get() ? new Outcome.NotBegun<>() : attempt());
            }
        }

        private Outcome<R> attempt() {
            try {
                return new Outcome.Done<>(part.apply(input));
            } catch (Throwable e) {
                stopped.set(true);
                return new Outcome.Failed<>(e);
            }
        }

        /**
         * Waits as a {@link ForkJoinPool.ManagedBlocker} and not with {@link ForkJoinTask#join}, which meanwhile runs
         * tasks that others have forked: that may be another step's part, and hang.
         */
        Outcome<R> await() throws InterruptedException {
            try {
                return outcome.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A failure is an outcome, too", e);
            }
        }
    }
}
