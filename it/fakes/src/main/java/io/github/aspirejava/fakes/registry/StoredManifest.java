package io.github.aspirejava.fakes.registry;

import io.github.aspirejava.image.Digest;

/** A manifest or index, byte for byte as a client has sent it. */
public final class StoredManifest {
    private final String mediaType;
    private final byte[] content;

    StoredManifest(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    /** Returns the type that the client has declared. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns a copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    String digest() {
        return Digest.of(content).toString();
    }
}
