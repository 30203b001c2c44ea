package io.github.aspirejava.azure.arm;

import java.time.Duration;

/**
 * How patient we are with Azure.
 *
 * @param poll how long we wait before we ask again after an operation, unless the service says how long
 * @param limit how long one operation may take
 * @param retries how often a request is tried again that failed for the time being
 * @param firstRetry how long we wait before the first of them, unless the service says how long; the others wait longer
 */
public record Timing(Duration poll, Duration limit, int retries, Duration firstRetry) {
    /** What Azure asks for, and what its slowest resources need. */
    public static final Timing DEFAULT =
            new Timing(Duration.ofSeconds(2), Duration.ofMinutes(30), 8, Duration.ofSeconds(1));
}
