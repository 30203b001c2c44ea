package io.github.aspirejava.push;

import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepResult;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An image whose blobs are all at the target, but which is not visible to pulls yet.
 *
 * @param alreadyThere whether the target had its manifest before, too
 * @param asked the tags that were looked up, and whether they point to it
 * @param bytesUploaded the bytes of blobs that were sent
 */
public record UploadedImage(
        ImageContent image,
        PushTarget target,
        boolean alreadyThere,
        Map<Tag, Boolean> asked,
        BlobCounts blobs,
        long bytesUploaded)
        implements StepResult {
    /** Returns the same image after {@code outcomes} of placing its blobs again; its manifests have to be written. */
    UploadedImage restored(List<BlobOutcome> outcomes) {
        int more = Collections.frequency(outcomes, BlobOutcome.UPLOADED);
        return new UploadedImage(
                image,
                target,
                false,
                asked,
                blobs.restored(more),
                bytesUploaded + BlobOutcome.bytesUploaded(image.blobs(), outcomes));
    }

    /** Copies the tags. */
    public UploadedImage {
        asked = Map.copyOf(asked);
    }
}
