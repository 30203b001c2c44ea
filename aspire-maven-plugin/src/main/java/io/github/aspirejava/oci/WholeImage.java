package io.github.aspirejava.oci;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a complete image, for all its platforms: its index, all manifests below it, be they images or attestations, and
 * the sources of their blobs. Nothing is changed, so a copy has the same digest.
 */
public final class WholeImage {
    /** The limit of nested indexes: deeper nesting is not an image. */
    private static final int MAX_DEPTH = 4;

    private static final int MAX_CONFIG_BYTES = 4 * 1024 * 1024;

    private final ImageSource source;
    private final Map<Digest, ManifestContent> children = new LinkedHashMap<>();
    /** The manifests below the root that have been read: an index may name one any number of times. */
    private final Set<Digest> read = new HashSet<>();

    private final Map<Digest, Blob> blobs = new LinkedHashMap<>();
    private final List<Platform> platforms = new ArrayList<>();

    private WholeImage(ImageSource source) {
        this.source = source;
    }

    /**
     * Returns the image that {@code selector}, a tag or a digest, names. Its layers are not read until they are needed.
     *
     * @throws IOException if it cannot be read, or refers to something that is not an image
     */
    public static ImageContent read(ImageSource source, String selector) throws IOException {
        ManifestContent root = source.manifest(selector);
        WholeImage image = new WholeImage(source);
        image.add(root, 0, true);
        return new ImageContent(
                root,
                List.copyOf(image.children.values()),
                List.copyOf(image.blobs.values()),
                image.platforms.stream().distinct().toList());
    }

    /**
     * Adds a manifest after those that it refers to, the order that registries require.
     *
     * @param asked whether its platform is unknown so far, and its configuration has to be read
     */
    private void add(ManifestContent content, int depth, boolean asked) throws IOException {
        String type = content.descriptor().mediaType();
        JsonNode manifest = Json.read(content.content());
        if (MediaTypes.isIndex(type) && depth < MAX_DEPTH) {
            for (JsonNode entry : manifest.path("manifests")) {
                platform(entry.path("platform")).ifPresent(platforms::add);
                Digest digest = descriptor(entry).digest();
                if (read.add(digest)) {
                    ManifestContent child = source.manifest(digest.toString());
                    add(child, depth + 1, !entry.has("platform"));
                    children.putIfAbsent(child.descriptor().digest(), child);
                }
            }
        } else if (MediaTypes.isManifest(type)) {
            Descriptor config = descriptor(manifest.path("config"));
            for (JsonNode layer : manifest.path("layers")) {
                Descriptor descriptor = descriptor(layer);
                boolean elsewhere = MediaTypes.isForeign(descriptor.mediaType())
                        && !layer.path("urls").isEmpty();
                if (!elsewhere) {
                    add(descriptor);
                }
            }
            add(config);
            if (asked) {
                platform(config).ifPresent(platforms::add);
            }
        } else if (MediaTypes.isSchema1(type)) {
            throw new FilteredException("it is of " + MediaTypes.ABOUT_SCHEMA_1);
        } else {
            throw new FilteredException("it refers to %s of the media type '%s', which is no image"
                    .formatted(content.descriptor().digest(), type));
        }
    }

    private void add(Descriptor blob) {
        blobs.putIfAbsent(blob.digest(), new Part(blob, source));
    }

    /** Returns the platform of a single-platform image, which its configuration names. */
    private Optional<Platform> platform(Descriptor config) throws IOException {
        if (config.size() > MAX_CONFIG_BYTES) {
            return Optional.empty();
        }
        try (InputStream bytes = source.openBlob(config)) {
            return platform(Json.parse(bytes.readAllBytes()));
        }
    }

    private static Optional<Platform> platform(JsonNode node) {
        String variant = node.path("variant").asText("");
        try {
            return Optional.of(new Platform(
                            node.path("os").asText(""),
                            node.path("architecture").asText(""),
                            variant.isEmpty() ? Optional.empty() : Optional.of(variant)))
                    // BuildKit's platform of its attestations.
                    .filter(platform -> !platform.os().equals("unknown"));
        } catch (GrammarException e) {
            return Optional.empty();
        }
    }

    private static Descriptor descriptor(JsonNode node) throws IOException {
        try {
            return new Descriptor(
                    node.path("mediaType").asText(""),
                    Digest.parse(node.path("digest").asText("")),
                    node.path("size").asLong());
        } catch (GrammarException e) {
            throw new FilteredException(
                    "it refers to something by '%s', which is no digest"
                            .formatted(node.path("digest").asText("")),
                    e);
        }
    }

    /** A blob that is read lazily. */
    private record Part(Descriptor descriptor, ImageSource source) implements Blob {
        @Override
        public InputStream open() throws IOException {
            return source.openBlob(descriptor);
        }

        @Override
        public Optional<BlobOrigin> origin() {
            return source.origin(descriptor);
        }
    }
}
