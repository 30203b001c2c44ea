package io.github.aspirejava.push;

import java.util.Collection;
import java.util.Collections;

/**
 * How the blobs of an image got to its target.
 *
 * @param uploaded whose bytes were sent
 * @param mounted that the registry took over from another of its repositories
 * @param existing that were there, or that another image of this session has put there
 */
public record BlobCounts(int uploaded, int mounted, int existing) {
    static BlobCounts of(Collection<BlobOutcome> outcomes) {
        return new BlobCounts(
                Collections.frequency(outcomes, BlobOutcome.UPLOADED),
                Collections.frequency(outcomes, BlobOutcome.MOUNTED),
                Collections.frequency(outcomes, BlobOutcome.EXISTING));
    }
}
