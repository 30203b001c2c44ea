package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Caches the metadata of images that were read: an unchanged image is not exported again. An engine's id of an image is
 * a digest, so it never denotes another image.
 */
final class KnownImages {
    private final Path directory;

    KnownImages(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns the image of this id for a push to {@code target}; empty if it is not known, or if layers of it are in
     * another registry, which may be gone by now.
     */
    Optional<EngineImage> find(Digest id, Optional<RegistryHost> target) {
        return find(id).filter(image -> image.layers().stream()
                .flatMap(layer -> layer.origin().stream())
                .allMatch(origin -> target.equals(Optional.of(origin.host()))));
    }

    private Optional<EngineImage> find(Digest id) {
        try {
            JsonNode json = Json.read(Files.readAllBytes(file(id)));
            List<EngineLayer> layers = new ArrayList<>();
            for (JsonNode layer : json.path("layers")) {
                Descriptor descriptor = new Descriptor(
                        layer.path("mediaType").asText(),
                        Digest.parse(layer.path("digest").asText()),
                        layer.path("size").asLong());
                Optional<BlobOrigin> origin = layer.has("host")
                        ? Optional.of(new BlobOrigin(
                                RegistryHost.parse(layer.path("host").asText()),
                                new Repository(layer.path("repository").asText())))
                        : Optional.empty();
                layers.add(new EngineLayer(
                        descriptor, Digest.parse(layer.path("identity").asText()), origin));
            }
            Optional<ManifestContent> manifest = json.has("manifest")
                    ? Optional.of(new ManifestContent(
                            json.path("mediaType").asText(),
                            json.path("manifest").binaryValue()))
                    : Optional.empty();
            byte[] config =
                    java.util.Base64.getDecoder().decode(json.path("config").asText());
            return Optional.of(new EngineImage(config, layers, manifest));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void remember(Digest id, EngineImage image) {
        ObjectNode json = Json.object();
        json.put("config", java.util.Base64.getEncoder().encodeToString(image.config()));
        image.original()
                .ifPresent(
                        manifest -> json.put("mediaType", manifest.descriptor().mediaType())
                                .put("manifest", java.util.Base64.getEncoder().encodeToString(manifest.content())));
        ArrayNode layers = json.putArray("layers");
        for (EngineLayer layer : image.layers()) {
            ObjectNode entry = layers.addObject()
                    .put("mediaType", layer.descriptor().mediaType())
                    .put("digest", layer.descriptor().digest().toString())
                    .put("size", layer.descriptor().size())
                    .put("identity", layer.identity().toString());
            layer.origin()
                    .ifPresent(origin -> entry.put("host", origin.host().toString())
                            .put("repository", origin.repository().path()));
        }
        try {
            WholeFile.write(file(id), new ByteArrayInputStream(Json.write(json)));
        } catch (IOException e) {
            // It is exported again the next time.
        }
    }

    /** Removes the image from the cache, so that it is exported again the next time. */
    void forget(Digest id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            // It will be found to be wrong once more.
        }
    }

    private Path file(Digest id) {
        return directory.resolve(id.hex() + ".json");
    }
}
