package io.github.aspirejava.builder.image;

import io.github.aspirejava.oci.MediaTypes;
import java.util.List;
import java.util.Optional;

/**
 * A family of media types: <a href="https://github.com/opencontainers/image-spec/blob/main/media-types.md">OCI's</a> or
 * <a href="https://distribution.github.io/distribution/spec/manifest-v2-2/">Docker's, schema 2</a>. An image keeps to
 * one of them: not every registry and engine accepts a mixture.
 */
public enum ImageFormat {
    OCI(
            MediaTypes.OCI_INDEX,
            MediaTypes.OCI_MANIFEST,
            MediaTypes.OCI_CONFIG,
            List.of(
                    MediaTypes.OCI_LAYER_GZIP,
                    MediaTypes.OCI_LAYER_ZSTD,
                    MediaTypes.OCI_LAYER,
                    MediaTypes.OCI_FOREIGN_GZIP,
                    MediaTypes.OCI_FOREIGN_ZSTD,
                    MediaTypes.OCI_FOREIGN)),
    /** Docker's format. The types of layers with zstd are not in the specification; containerd supports them. */
    DOCKER(
            MediaTypes.DOCKER_MANIFEST_LIST,
            MediaTypes.DOCKER_MANIFEST,
            MediaTypes.DOCKER_CONFIG,
            List.of(
                    MediaTypes.DOCKER_LAYER_GZIP,
                    MediaTypes.DOCKER_LAYER_ZSTD,
                    MediaTypes.DOCKER_LAYER,
                    MediaTypes.DOCKER_FOREIGN_GZIP,
                    MediaTypes.DOCKER_FOREIGN_ZSTD,
                    MediaTypes.DOCKER_FOREIGN));

    private final String index;
    private final String manifest;
    private final String config;
    /** The media types of layers, in the same order in each format. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> layers;

    ImageFormat(String index, String manifest, String config, List<String> layers) {
        this.index = index;
        this.manifest = manifest;
        this.config = config;
        this.layers = layers;
    }

    String index() {
        return index;
    }

    String manifest() {
        return manifest;
    }

    String config() {
        return config;
    }

    /** Returns whether {@code mediaType} is one of this family. */
    boolean has(String mediaType) {
        return mediaType.equals(index)
                || mediaType.equals(manifest)
                || mediaType.equals(config)
                || layers.contains(mediaType);
    }

    /** Returns this format's media type for layers that have {@code mediaType} in this or another format. */
    Optional<String> layer(String mediaType) {
        for (ImageFormat format : values()) {
            int kind = format.layers.indexOf(mediaType);
            if (kind >= 0) {
                return Optional.of(layers.get(kind));
            }
        }
        return Optional.empty();
    }
}
