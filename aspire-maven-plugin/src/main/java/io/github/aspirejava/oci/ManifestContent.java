package io.github.aspirejava.oci;

import io.github.aspirejava.image.Digest;
import java.util.Arrays;

/** A manifest or index, byte for byte as it is stored: its digest is that of these bytes. */
public final class ManifestContent {
    private final Descriptor descriptor;
    private final byte[] content;

    /** Creates the manifest that consists of {@code content}. */
    public ManifestContent(String mediaType, byte[] content) {
        this.content = content.clone();
        this.descriptor = new Descriptor(mediaType, Digest.of(content), content.length);
    }

    /** Returns media type, digest and length. */
    public Descriptor descriptor() {
        return descriptor;
    }

    /** Returns a copy of the bytes. */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestContent that
                && descriptor.equals(that.descriptor)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return descriptor.hashCode();
    }

    @Override
    public String toString() {
        return descriptor.toString();
    }
}
