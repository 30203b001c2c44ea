package io.github.aspirejava.run;

import java.time.Clock;

/**
 * How a graph is run.
 *
 * @param parallelism how many steps run at once, at least 1; those that mostly wait for others are not counted
 * @param failFast whether the first failure cancels everything that has not ended
 * @param contextClassLoader the context class loader of the threads that actions run on
 * @param clock what reports take their times from
 */
public record RunSettings(int parallelism, boolean failFast, ClassLoader contextClassLoader, Clock clock) {
    /** Checks the parallelism. */
    public RunSettings {
        if (parallelism < 1) {
            throw new IllegalArgumentException("The parallelism is %d; it must be at least 1".formatted(parallelism));
        }
    }
}
