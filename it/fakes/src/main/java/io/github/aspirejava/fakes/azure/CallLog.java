package io.github.aspirejava.fakes.azure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** All requests, in the order in which they were answered. */
final class CallLog {
    private final List<LoggedCall> calls = new ArrayList<>();

    synchronized void add(LoggedCall call) {
        calls.add(call);
        notifyAll();
    }

    synchronized List<LoggedCall> calls() {
        return List.copyOf(calls);
    }

    synchronized void forget() {
        calls.clear();
    }

    synchronized void await(Predicate<LoggedCall> which, int count, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (calls.stream().filter(which).count() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(
                        "Fewer than %d such requests have come, but these: %s".formatted(count, calls));
            }
            wait(left);
        }
    }
}
