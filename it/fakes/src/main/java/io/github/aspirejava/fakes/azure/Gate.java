package io.github.aspirejava.fakes.azure;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Keeps operations from ending until the test releases them. */
public final class Gate {
    private static final long PATIENCE_SECONDS = 60;

    private final Semaphore polled = new Semaphore(0);
    private volatile boolean open;

    Gate() {}

    /** Waits until {@code count} more polls of held operations have arrived. */
    public void awaitPolls(int count) throws InterruptedException {
        if (!polled.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody has asked %d times about an operation that is held".formatted(count));
        }
    }

    /** Releases all operations, including future ones. */
    public void release() {
        open = true;
    }

    /** Returns whether the operation may go on. */
    boolean pass() {
        if (!open) {
            polled.release();
        }
        return open;
    }
}
