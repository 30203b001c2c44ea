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
    /** Starts with defaults for everything else. */
    public static Builder of(
            List<String> references, Digest digest, String mediaType, List<Platform> platforms, BlobCounts blobs) {
        return new Builder(references, digest, mediaType, platforms, blobs);
    }

    /** Copies the lists. */
    public PushedImage {
        references = List.copyOf(references);
        platforms = List.copyOf(platforms);
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private final List<String> references;
        private final Digest digest;
        private final String mediaType;
        private final List<Platform> platforms;
        private long size;
        private final BlobCounts blobs;
        private long bytesUploaded;
        private boolean changed;

        private Builder(
                List<String> references, Digest digest, String mediaType, List<Platform> platforms, BlobCounts blobs) {
            this.references = references;
            this.digest = digest;
            this.mediaType = mediaType;
            this.platforms = platforms;
            this.blobs = blobs;
        }

        /** Sets the bytes of all its blobs and manifests. */
        public Builder size(long size) {
            this.size = size;
            return this;
        }

        /** Sets the bytes of blobs that were sent. */
        public Builder bytesUploaded(long bytesUploaded) {
            this.bytesUploaded = bytesUploaded;
            return this;
        }

        /** Sets whether anything was written for it. */
        public Builder changed(boolean changed) {
            this.changed = changed;
            return this;
        }

        /** Returns the result. */
        public PushedImage build() {
            return new PushedImage(references, digest, mediaType, platforms, size, blobs, bytesUploaded, changed);
        }
    }
}
