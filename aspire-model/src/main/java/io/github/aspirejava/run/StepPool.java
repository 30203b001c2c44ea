package io.github.aspirejava.run;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The thread pool for the steps of one run; a thread that waits for others is replaced meanwhile. */
final class StepPool {
    /** The maximum number of threads, including those that wait. */
    private static final int MOST_THREADS = 1024;

    /** One idle thread after another ends after that time, even if nobody closes the pool. */
    private static final int IDLE_SECONDS = 5;

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
                // Each waiting thread is replaced: without that the pool is content with a single running one.
                settings.parallelism(),
                // With that many waiting threads, the next one that waits is not replaced, rather than refused.
                full -> true,
                IDLE_SECONDS,
                TimeUnit.SECONDS);
    }

    private static final class Worker extends ForkJoinWorkerThread {
        Worker(ForkJoinPool owner, int number, ClassLoader contextClassLoader) {
            super(owner);
            setName("aspire-" + number);
            setContextClassLoader(contextClassLoader);
        }
    }
}
