package io.github.aspirejava.oci;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.image.Digest;
import java.util.Arrays;
import java.util.Optional;

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

    /**
     * Returns the reason why the content could be taken for an image and for an index, depending on the reader (<a
     * href="https://nvd.nist.gov/vuln/detail/CVE-2021-41190">CVE-2021-41190</a>); empty if it could not.
     */
    public Optional<String> ambiguity() {
        JsonNode document = Json.parse(content);
        if (document.has("manifests") && (document.has("layers") || document.has("config"))) {
            return Optional.of("it has the manifests of an index and the layers of an image");
        }
        String own = document.path("mediaType").asText("");
        return own.isEmpty() || own.equals(descriptor.mediaType())
                ? Optional.empty()
                : Optional.of("it is served as %s, and calls itself %s".formatted(descriptor.mediaType(), own));
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
