package io.github.aspirejava.bench;

import java.util.Locale;

/**
 * What one push of the fleet took.
 *
 * @param contender {@code ours} or {@code jib}
 * @param seconds of the whole {@code mvn}
 * @param pushed bytes of all blobs that were uploaded, as often as they were
 * @param stored by how many bytes the registry has grown
 * @param pulled bytes that a node read which then had all images, and had those of the case before
 * @param noisy whether others kept the processors busy meanwhile
 */
record FleetPush(
        String contender, FleetCase what, double seconds, long pushed, long stored, long pulled, boolean noisy) {
    static final String CSV_HEADER = "contender,case,seconds,pushed,stored,pulled,noisy";

    String csv() {
        return String.format(
                Locale.ROOT, "%s,%s,%.3f,%d,%d,%d,%b", contender, what, seconds, pushed, stored, pulled, noisy);
    }
}
