package io.github.aspirejava.azure.arm;

import java.time.Duration;

/**
 * The poll intervals, time limits and retries for requests to Azure.
 *
 * @param poll the interval between two polls of an operation, unless the service tells one
 * @param limit the longest time that one operation may take
 * @param retries the number of retries of a request that failed temporarily
 * @param firstRetry the delay before the first retry, unless the service tells one; it grows with each further retry
 *     (back-off)
 */
public record Timing(Duration poll, Duration limit, int retries, Duration firstRetry) {
    /** The values that Azure recommends, and that its slowest resources need. */
    public static final Timing DEFAULT =
            new Timing(Duration.ofSeconds(2), Duration.ofMinutes(30), 8, Duration.ofSeconds(1));
}
