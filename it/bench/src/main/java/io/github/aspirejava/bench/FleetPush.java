package io.github.aspirejava.bench;

import java.util.Locale;

/**
 * The measurements of one push of the fleet.
 *
 * @param contender {@code ours} or {@code jib}
 * @param seconds the duration of the whole {@code mvn}
 * @param pushed the bytes of all uploaded blobs, repetitions included
 * @param stored the growth of the registry in bytes
 * @param pulled the bytes that a node with the images of the case before read to get all images
 * @param noisy whether other processes kept the processors busy meanwhile
 */
record FleetPush(
        String contender, FleetCase what, double seconds, long pushed, long stored, long pulled, boolean noisy) {
    static final String CSV_HEADER = "contender,case,seconds,pushed,stored,pulled,noisy";

    String csv() {
        return String.format(
                Locale.ROOT, "%s,%s,%.3f,%d,%d,%d,%b", contender, what, seconds, pushed, stored, pulled, noisy);
    }
}
