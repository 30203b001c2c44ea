package io.github.aspirejava.fakes.registry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Holds requests until the test releases them. */
public final class Hold {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Predicate<LoggedRequest> which;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Semaphore arrived = new Semaphore(0);

    Hold(Predicate<LoggedRequest> which) {
        this.which = which;
    }

    /** Waits until {@code count} more requests have arrived and are held. */
    public void awaitArrivals(int count) throws InterruptedException {
        awaitArrivals(count, PATIENCE);
    }

    /** Waits in the same way with a longer time limit, for clients that take long before their first request. */
    public void awaitArrivals(int count, Duration patience) throws InterruptedException {
        if (!arrived.tryAcquire(count, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("Fewer than %d requests have come to be held".formatted(count));
        }
    }

    /** Releases all requests, including future ones. */
    public void release() {
        released.countDown();
    }

    void pass(LoggedRequest request) throws InterruptedException {
        if (which.test(request)) {
            arrived.release();
            released.await();
        }
    }
}
