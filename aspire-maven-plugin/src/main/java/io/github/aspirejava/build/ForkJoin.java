package io.github.aspirejava.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;

/** Does several things at once if the caller is a worker of its own fork/join pool, else one after another. */
final class ForkJoin {
    private ForkJoin() {}

    /** The results in the order of {@code inputs}; the first failure in that order is thrown. */
    static <T, R> List<R> map(List<T> inputs, Step<T, R> step) throws ImageBuildException, IOException {
        List<FutureTask<R>> tasks = inputs.stream()
                .map(input -> new FutureTask<>(() -> step.apply(input)))
                .toList();
        ForkJoinPool pool = ForkJoinTask.getPool();
        if (pool != null && pool != ForkJoinPool.commonPool()) {
            ForkJoinTask.invokeAll(tasks.stream().map(ForkJoinTask::adapt).toList());
        } else {
            tasks.forEach(FutureTask::run);
        }
        List<R> results = new ArrayList<>();
        for (FutureTask<R> task : tasks) {
            results.add(result(task));
        }
        return results;
    }

    private static <R> R result(FutureTask<R> task) throws ImageBuildException, IOException {
        try {
            return task.get();
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

    /** What is done with each input. */
    @FunctionalInterface
    interface Step<T, R> {
        R apply(T input) throws ImageBuildException, IOException;
    }
}
