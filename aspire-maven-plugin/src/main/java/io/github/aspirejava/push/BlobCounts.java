package io.github.aspirejava.push;

import java.util.Collection;
import java.util.Collections;
import java.util.Locale;

/**
 * The numbers of an image's blobs, by the way they got to the target.
 *
 * @param uploaded the blobs whose bytes were sent
 * @param mounted the blobs that the registry mounted from another of its repositories
 * @param existing the blobs that were there, or that another image of this session has put there
 */
public record BlobCounts(int uploaded, int mounted, int existing) {
    /** Describes the counts, with the bytes of blobs that were sent. */
    String sending(long bytes) {
        return String.format(
                Locale.ROOT,
                "%d blobs uploaded, %d mounted, %d there already; %,d bytes sent",
                uploaded,
                mounted,
                existing,
                bytes);
    }

    /** Returns the counts after some blobs that were thought to be there were sent. */
    BlobCounts restored(int more) {
        return new BlobCounts(uploaded + more, mounted, Math.max(0, existing - more));
    }

    static BlobCounts of(Collection<BlobOutcome> outcomes) {
        return new BlobCounts(
                Collections.frequency(outcomes, BlobOutcome.UPLOADED),
                Collections.frequency(outcomes, BlobOutcome.MOUNTED),
                Collections.frequency(outcomes, BlobOutcome.EXISTING));
    }
}
