package io.github.aspirejava.push;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The tags that are being moved now. A cancelled push lets them finish: after an aborted request it would be unknown
 * whether its tag has moved.
 */
final class MovingTags {
    private int moving;

    /** Runs {@code move}; {@link #await} waits for its end. */
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

    /** Waits until no tag is being moved, at most for {@code atMost}. */
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
