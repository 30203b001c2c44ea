package io.github.aspirejava.push;

import io.github.aspirejava.oci.Blob;
import java.util.List;

/** The way that one blob got to its target. */
enum BlobOutcome {
    UPLOADED,
    MOUNTED,
    EXISTING;

    /** Returns the bytes of those blobs that were sent. */
    static long bytesUploaded(List<Blob> blobs, List<BlobOutcome> outcomes) {
        long bytes = 0;
        for (int i = 0; i < blobs.size(); i++) {
            bytes += outcomes.get(i) == UPLOADED ? blobs.get(i).descriptor().size() : 0;
        }
        return bytes;
    }
}
