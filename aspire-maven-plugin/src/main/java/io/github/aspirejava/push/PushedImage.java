package io.github.aspirejava.push;

import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import java.util.List;

/**
 * An image that can be pulled.
 *
 * @param references the references to pull it by, one for each tag
 * @param digest the digest of its manifest or index
 * @param mediaType the media type of its manifest or index
 * @param platforms the platforms that it runs on
 * @param size the bytes of all its blobs and manifests
 * @param blobs the counts of its blobs
 * @param bytesUploaded the bytes of blobs that were sent
 * @param changed whether anything was written for it; if not, it existed with all its tags
 */
public record PushedImage(
        List<String> references,
        Digest digest,
        String mediaType,
        List<Platform> platforms,
        long size,
        BlobCounts blobs,
        long bytesUploaded,
        boolean changed) {
    /** Copies the lists. */
    public PushedImage {
        references = List.copyOf(references);
        platforms = List.copyOf(platforms);
    }
}
