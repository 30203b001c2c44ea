package io.github.aspirejava.oci;

import io.github.aspirejava.image.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A content-addressable part of an image, a layer or a configuration, and the source of its bytes. The bytes are read
 * only if they are needed: a layer of a base image that the target already has is never downloaded. Implementations are
 * thread-safe: several threads can read at once, each through its own stream.
 */
public interface Blob {
    /** Returns the blob's digest, length and media type. */
    Descriptor descriptor();

    /**
     * Opens the bytes from their beginning; the caller closes the stream. Reading fails before the last byte if the
     * bytes do not match the descriptor, so that no reader can consume wrong content completely, and no consumer has to
     * hash it again.
     *
     * @throws IOException if the bytes cannot be read
     */
    InputStream open() throws IOException;

    /** Returns a registry's repository that holds this blob, if one is known. */
    default Optional<BlobOrigin> origin() {
        return Optional.empty();
    }

    /** Returns a blob held in memory: meant for configurations, not for layers. */
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
