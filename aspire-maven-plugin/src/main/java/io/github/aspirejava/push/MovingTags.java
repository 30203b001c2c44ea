package io.github.aspirejava.push;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The tags that are being moved now. Who breaks a push off lets them come to their end: of a request that was broken
 * off nobody could say whether it has moved its tag.
 */
final class MovingTags {
    private int moving;

    /** Does {@code move}, which others wait for meanwhile. */
    void during(Move move) throws IOException, InterruptedException {
        count(1);
        try {
            move.run();
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int change) {
        moving += change;
        notifyAll();
    }

    /** Waits until no tag is being moved, but only so long. */
    synchronized void await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (moving > 0 && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadline - System.nanoTime();
        }
    }

    /** Moves a tag. */
    @FunctionalInterface
    interface Move {
        void run() throws IOException, InterruptedException;
    }
}
