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
 * @param keepsDigest whether it is a copy whose manifests must not be changed
 */
public record UploadedImage(
        ImageContent image,
        PushTarget target,
        boolean alreadyThere,
        Map<Tag, Boolean> asked,
        BlobCounts blobs,
        long bytesUploaded,
        boolean keepsDigest)
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
                bytesUploaded + BlobOutcome.bytesUploaded(image.blobs(), outcomes),
                keepsDigest);
    }

    UploadedImage(
            ImageContent image,
            PushTarget target,
            boolean alreadyThere,
            Map<Tag, Boolean> asked,
            BlobCounts blobs,
            long bytesUploaded) {
        this(image, target, alreadyThere, asked, blobs, bytesUploaded, false);
    }

    /** Returns the same image, as a copy that keeps its digest. */
    UploadedImage keepingDigest() {
        return new UploadedImage(image, target, alreadyThere, asked, blobs, bytesUploaded, true);
    }

    /** Returns the same image with other manifests about the same blobs, which have to be written. */
    UploadedImage as(ImageContent form) {
        return new UploadedImage(form, target, false, Map.of(), blobs, bytesUploaded, keepsDigest);
    }

    /** Copies the tags. */
    public UploadedImage {
        asked = Map.copyOf(asked);
    }
}
