package io.github.aspirejava.oci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of an image for registries that do not take OCI's manifests: manifests of <a
 * href="https://distribution.github.io/distribution/spec/manifest-v2-2/">Docker's schema 2</a> about the same blobs.
 */
public final class DockerForm {
    private static final Map<String, String> TYPES = Map.of(
            MediaTypes.OCI_INDEX, MediaTypes.DOCKER_MANIFEST_LIST,
            MediaTypes.OCI_MANIFEST, MediaTypes.DOCKER_MANIFEST,
            MediaTypes.OCI_CONFIG, MediaTypes.DOCKER_CONFIG,
            MediaTypes.OCI_LAYER_GZIP, MediaTypes.DOCKER_LAYER_GZIP,
            MediaTypes.OCI_LAYER_ZSTD, MediaTypes.DOCKER_LAYER_ZSTD,
            MediaTypes.OCI_LAYER, MediaTypes.DOCKER_LAYER,
            MediaTypes.OCI_FOREIGN_GZIP, MediaTypes.DOCKER_FOREIGN_GZIP,
            MediaTypes.OCI_FOREIGN_ZSTD, MediaTypes.DOCKER_FOREIGN_ZSTD,
            MediaTypes.OCI_FOREIGN, MediaTypes.DOCKER_FOREIGN);
    /** The members of OCI's manifests and indexes that Docker's do not have. */
    private static final List<String> OCI_ONLY = List.of("annotations", "artifactType", "subject");

    private DockerForm() {}

    /** Returns the form of an OCI image; empty for any other one, or if a part of it has no type of Docker's. */
    public static Optional<ImageContent> of(ImageContent image) {
        String type = image.root().descriptor().mediaType();
        if (type.equals(MediaTypes.OCI_MANIFEST)) {
            return manifest(image.root())
                    .map(root -> new ImageContent(root, List.of(), image.blobs(), image.platforms()));
        }
        return type.equals(MediaTypes.OCI_INDEX) ? index(image) : Optional.empty();
    }

    private static Optional<ImageContent> index(ImageContent image) {
        Map<Digest, Descriptor> replaced = new HashMap<>();
        List<ManifestContent> children = new ArrayList<>();
        for (ManifestContent child : image.children()) {
            Optional<ManifestContent> form = manifest(child);
            if (form.isEmpty()) {
                return Optional.empty();
            }
            children.add(form.get());
            replaced.put(child.descriptor().digest(), form.get().descriptor());
        }
        ObjectNode index = Json.parse(image.root().content()).deepCopy();
        for (JsonNode entry : index.path("manifests")) {
            Descriptor form = replaced.get(Digest.parse(entry.path("digest").asText()));
            if (form == null) {
                return Optional.empty();
            }
            ((ObjectNode) entry)
                    .put("mediaType", form.mediaType())
                    .put("digest", form.digest().toString())
                    .put("size", form.size())
                    .remove(OCI_ONLY);
        }
        ManifestContent root = content(index, MediaTypes.DOCKER_MANIFEST_LIST);
        return Optional.of(new ImageContent(root, children, image.blobs(), image.platforms()));
    }

    private static Optional<ManifestContent> manifest(ManifestContent original) {
        ObjectNode manifest = Json.parse(original.content()).deepCopy();
        boolean complete = rename(manifest.path("config"));
        for (JsonNode layer : manifest.path("layers")) {
            complete = complete && rename(layer);
        }
        return complete ? Optional.of(content(manifest, MediaTypes.DOCKER_MANIFEST)) : Optional.empty();
    }

    private static boolean rename(JsonNode descriptor) {
        String type = TYPES.get(descriptor.path("mediaType").asText());
        if (type == null) {
            return false;
        }
        ((ObjectNode) descriptor).put("mediaType", type).remove(OCI_ONLY);
        return true;
    }

    private static ManifestContent content(ObjectNode document, String mediaType) {
        document.put("mediaType", mediaType).remove(OCI_ONLY);
        return new ManifestContent(mediaType, Json.write(document));
    }
}
