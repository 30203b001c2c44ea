package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Transport;
import java.time.Duration;

/**
 * How often and how long something is tried again.
 *
 * @param tries how often at most, the first time included
 * @param triesToConnect how often at most as long as there is not even a connection, which mostly is a mistake
 * @param firstPause how long to wait before the second try, more or less; each further pause is twice as long
 * @param longestPause how long to wait at most, unless the registry names a time
 * @param limit when to give up, counted from the first failure; a registry that wants to be left alone for longer is
 *     given up at once
 */
public record RetryPolicy(int tries, int triesToConnect, Duration firstPause, Duration longestPause, Duration limit) {
    /** Eight tries (four to connect), from a quarter of a second to 20 s, five minutes in all. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(8, 4, Duration.ofMillis(250), Duration.ofSeconds(20), Transport.LONGEST_SILENCE);
}
