package io.github.aspirejava.oci;

import io.github.aspirejava.image.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A content-addressed piece of an image, a layer or a configuration, and where its bytes can be had. The bytes are read
 * only when somebody needs them: a layer of a base image that the target already has is never downloaded.
 * Implementations can be read by several threads at once, each through its own stream.
 */
public interface Blob {
    /** The blob's address, length and media type. */
    Descriptor descriptor();

    /**
     * Opens the bytes from their beginning; whoever opens closes. Nobody can read them all if they are not those of the
     * descriptor: reading fails before the last of them, and nobody further on has to hash them again.
     *
     * @throws IOException if they cannot be had
     */
    InputStream open() throws IOException;

    /** A registry's repository that holds this blob, if one is known. */
    default Optional<BlobOrigin> origin() {
        return Optional.empty();
    }

    /** A blob held in memory: meant for configurations, not for layers. */
    static Blob ofBytes(String mediaType, byte[] content) {
        return new Memory(new Descriptor(mediaType, Digest.of(content), content.length), content.clone());
    }

    /** A blob in memory; see {@link Blob#ofBytes}. */
    @SuppressWarnings("ArrayRecordComponent") // private copy, never compared
    record Memory(Descriptor descriptor, byte[] content) implements Blob {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }
}
