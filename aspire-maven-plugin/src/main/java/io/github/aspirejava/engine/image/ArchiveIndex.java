package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The index of an exported archive's images, read from its small files. {@code manifest.json}, which every engine
 * writes, lists for each image the file of its configuration and those of its layers; an engine that stores images as
 * registries do (content-addressable) additionally writes an image layout.
 */
final class ArchiveIndex {
    private final Map<String, byte[]> files;

    /**
     * Creates the index.
     *
     * @param files the small files of the archive, by name
     */
    ArchiveIndex(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * An image in the archive.
     *
     * @param layers the archive's names for the files of its layers, or the layers' digests
     * @param manifest the image's manifest, if the archive has it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Entry(byte[] config, List<String> layers, Optional<ManifestContent> manifest) {}

    /**
     * Returns the image that the engine calls {@code id}.
     *
     * @throws IOException if the archive does not have it
     */
    Entry image(Digest id) throws IOException {
        Optional<Entry> image = byConfiguration(id);
        return image.isPresent() ? image.get() : inLayout(id);
    }

    private Optional<Entry> byConfiguration(Digest id) {
        for (JsonNode image : json("manifest.json")) {
            byte[] config = files.get(image.path("Config").asText(""));
            if (config != null && id.matches(config)) {
                List<String> layers = new ArrayList<>();
                image.path("Layers").forEach(layer -> layers.add(layer.asText()));
                return Optional.of(new Entry(config, layers, Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /** Returns an image of an engine that identifies images by the digests of their manifests. */
    private Entry inLayout(Digest id) throws IOException {
        byte[] root = blob(id);
        JsonNode json = Json.parse(root);
        byte[] manifest = root;
        if (json.has("manifests")) {
            for (JsonNode child : json.path("manifests")) {
                boolean attestation =
                        child.path("platform").path("os").asText("").equals("unknown");
                Optional<byte[]> content = attestation ? Optional.empty() : find(digest(child));
                if (content.isPresent()) {
                    manifest = content.get();
                    break;
                }
            }
        }
        JsonNode parsed = Json.parse(manifest);
        List<String> layers = new ArrayList<>();
        parsed.path("layers").forEach(layer -> layers.add(layer.path("digest").asText()));
        String type = parsed.path("mediaType").asText(MediaTypes.OCI_MANIFEST);
        return new Entry(blob(digest(parsed.path("config"))), layers, Optional.of(new ManifestContent(type, manifest)));
    }

    private byte[] blob(Digest digest) throws IOException {
        return find(digest).orElseThrow(() -> new FilteredException("the engine's export does not have " + digest));
    }

    private Optional<byte[]> find(Digest digest) {
        return Optional.ofNullable(files.get("blobs/%s/%s".formatted(digest.algorithm(), digest.hex())));
    }

    private static Digest digest(JsonNode descriptor) throws IOException {
        try {
            return Digest.parse(descriptor.path("digest").asText(""));
        } catch (GrammarException e) {
            throw new FilteredException("the engine's export has a descriptor without a digest", e);
        }
    }

    private JsonNode json(String name) {
        byte[] content = files.get(name);
        return content == null ? Json.object() : Json.parse(content);
    }
}
