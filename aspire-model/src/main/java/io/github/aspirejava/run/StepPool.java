package io.github.aspirejava.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that the steps of one run are done by; one that waits for others is replaced meanwhile. */
final class StepPool {
    /** How many threads there are at most, those that wait included. */
    private static final int MOST_THREADS = 1024;

    private StepPool() {}

    static ForkJoinPool of(RunSettings settings) {
        AtomicInteger number = new AtomicInteger();
        return new ForkJoinPool(
                settings.parallelism(),
                owner -> new Worker(owner, number.incrementAndGet(), settings.contextClassLoader()),
                null,
                true,
                settings.parallelism(),
                MOST_THREADS,
                // Each thread that waits is replaced: without that the pool is content with a single one that runs.
                settings.parallelism(),
                // With that many threads waiting, the next one that waits is not replaced, rather than refused.
                full -> true,
                1,
                TimeUnit.MINUTES);
    }

    private static final class Worker extends ForkJoinWorkerThread {
        Worker(ForkJoinPool owner, int number, ClassLoader contextClassLoader) {
            super(owner);
            setName("aspire-" + number);
            setContextClassLoader(contextClassLoader);
        }
    }
}
