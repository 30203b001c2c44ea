package io.github.aspirejava.run;

import java.time.Clock;

/**
 * The settings of a run.
 *
 * @param parallelism the maximum number of concurrent steps, at least 1; those that mostly wait are not counted
 * @param failFast whether the first failure cancels everything that has not ended
 * @param contextClassLoader the context class loader of the threads that actions run on
 * @param clock the clock for the times in reports
 */
public record RunSettings(int parallelism, boolean failFast, ClassLoader contextClassLoader, Clock clock) {
    /** Checks the parallelism. */
    public RunSettings {
        if (parallelism < 1) {
            throw new IllegalArgumentException("The parallelism is %d; it must be at least 1".formatted(parallelism));
        }
    }
}
