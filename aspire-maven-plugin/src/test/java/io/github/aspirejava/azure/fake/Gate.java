package io.github.aspirejava.azure.fake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps operations from coming to their end until the test lets them. */
public final class Gate {
    private static final long PATIENCE_SECONDS = 60;

    private final Semaphore polled = new Semaphore(0);
    private volatile boolean open;

    Gate() {}

    /** Waits until {@code count} more questions have come about operations that are held. */
    public void awaitPolls(int count) throws InterruptedException {
        if (!polled.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody has asked %d times about an operation that is held".formatted(count));
        }
    }

    /** Lets all go on, those to come too. */
    public void release() {
        open = true;
    }

    /** Whether the operation may go on. */
    boolean pass() {
        if (!open) {
            polled.release();
        }
        return open;
    }
}
