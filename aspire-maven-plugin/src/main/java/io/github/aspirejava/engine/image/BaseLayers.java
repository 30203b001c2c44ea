package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryRepository;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the layers of base images that the engine has pulled from the target registry of the push: these need not be
 * compressed or uploaded again, only mounted. An engine remembers the repository that it has pulled an image from. This
 * is an optimization: if anything cannot be determined, the layers are read out of the engine.
 */
final class BaseLayers {
    private final Registries registries;
    private final ModelAccess access;

    BaseLayers(Registries registries, ModelAccess access) {
        this.registries = registries;
        this.access = access;
    }

    /** Returns the lowest of {@code diffIds} that the registry has: as many as the largest base image in it has. */
    List<EngineLayer> find(ContainerEngine engine, List<Digest> diffIds, RegistryHost target) {
        try {
            List<EngineLayer> most = List.of();
            for (JsonNode image : engine.api().get("/images/json")) {
                for (JsonNode name : image.path("RepoDigests")) {
                    String text = name.asText();
                    if (text.startsWith(target + "/")) {
                        List<EngineLayer> found = layers(engine, text, target, diffIds);
                        most = found.size() > most.size() ? found : most;
                    }
                }
            }
            return most;
        } catch (IOException e) {
            return List.of();
        }
    }

    private List<EngineLayer> layers(ContainerEngine engine, String name, RegistryHost target, List<Digest> diffIds) {
        try {
            int at = name.indexOf('@');
            Digest digest = Digest.parse(name.substring(at + 1));
            Repository repository =
                    new Repository(name.substring(target.toString().length() + 1, at));
            JsonNode image = engine.api().get("/images/%s/json".formatted(name));
            List<Digest> own = new ArrayList<>();
            image.path("RootFS").path("Layers").forEach(layer -> own.add(Digest.parse(layer.asText())));
            if (own.isEmpty()
                    || own.size() > diffIds.size()
                    || !diffIds.subList(0, own.size()).equals(own)) {
                return List.of();
            }
            RegistryRepository source =
                    registries.client(access.of(target, repository)).repository(repository);
            List<Descriptor> stored = stored(source, digest, image);
            if (stored.size() != own.size()) {
                return List.of();
            }
            List<EngineLayer> layers = new ArrayList<>();
            for (int i = 0; i < own.size(); i++) {
                layers.add(new EngineLayer(
                        stored.get(i), own.get(i), java.util.Optional.of(new BlobOrigin(target, repository))));
            }
            return layers;
        } catch (IOException | StepException | GrammarException e) {
            return List.of();
        }
    }

    /**
     * Returns the descriptors of an image's layers in the registry; empty if the layers are of a type that cannot be
     * converted between formats.
     */
    private static List<Descriptor> stored(RegistryRepository source, Digest digest, JsonNode image)
            throws IOException {
        ManifestContent manifest = source.manifest(digest.toString());
        JsonNode json = Json.parse(manifest.content());
        for (JsonNode child : json.path("manifests")) {
            JsonNode platform = child.path("platform");
            if (platform.path("architecture")
                            .asText()
                            .equals(image.path("Architecture").asText())
                    && platform.path("os").asText().equals(image.path("Os").asText())) {
                return stored(source, Digest.parse(child.path("digest").asText()), image);
            }
        }
        List<Descriptor> layers = new ArrayList<>();
        for (JsonNode layer : json.path("layers")) {
            String type = layer.path("mediaType").asText();
            if (!type.equals(MediaTypes.OCI_LAYER_GZIP) && !type.equals(MediaTypes.DOCKER_LAYER_GZIP)) {
                return List.of();
            }
            layers.add(new Descriptor(
                    MediaTypes.OCI_LAYER_GZIP,
                    Digest.parse(layer.path("digest").asText()),
                    layer.path("size").asLong()));
        }
        return layers;
    }

    /** Opens the bytes of such a layer, in case another registry needs them. */
    InputStream open(EngineLayer layer, BlobOrigin origin) throws IOException {
        try {
            return registries
                    .client(access.of(origin.host(), origin.repository()))
                    .repository(origin.repository())
                    .openBlob(layer.descriptor());
        } catch (StepException e) {
            throw new FilteredException(String.valueOf(e.getMessage()), e);
        }
    }
}
