package io.github.aspirejava.push;

import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.run.StepResult;

/**
 * An image whose blobs are all at the target, while nobody who pulls sees it yet.
 *
 * @param alreadyThere whether the target had its manifest before, too
 * @param bytesUploaded the bytes of blobs that were sent
 */
public record UploadedImage(
        ImageContent image, PushTarget target, boolean alreadyThere, BlobCounts blobs, long bytesUploaded)
        implements StepResult {}
