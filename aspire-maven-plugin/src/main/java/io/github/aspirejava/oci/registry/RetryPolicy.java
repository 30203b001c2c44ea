package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Transport;
import java.time.Duration;

/**
 * The limits of retries.
 *
 * @param tries the maximum number of tries, including the first
 * @param triesToConnect the maximum number of tries as long as there is not even a connection, which mostly is a
 *     mistake
 * @param firstPause the approximate pause before the second try; each further pause is twice as long
 * @param longestPause the maximum pause, unless the registry names a time
 * @param limit the total time, counted from the first failure; a registry that requests a longer pause is given up at
 *     once
 */
public record RetryPolicy(int tries, int triesToConnect, Duration firstPause, Duration longestPause, Duration limit) {
    /**
     * The defaults: eight tries (four to connect), a back-off from a quarter of a second to 20 s, five minutes in all.
     */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(8, 4, Duration.ofMillis(250), Duration.ofSeconds(20), Transport.LONGEST_SILENCE);
}
