package io.github.aspirejava.engine.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The metadata of an image for one platform in an engine: enough to push it, if a registry has its layers.
 *
 * @param config the configuration, byte for byte
 * @param layers the layers, from the lowest to the highest
 * @param original the manifest, if the engine has one; otherwise it is created here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EngineImage(byte[] config, List<EngineLayer> layers, Optional<ManifestContent> original) {
    EngineImage {
        layers = List.copyOf(layers);
    }

    /**
     * Returns the image, ready to be pushed.
     *
     * @param oci whether it gets OCI's format, if it has none yet; Docker's otherwise
     * @param bytes the source of a layer's bytes, under that descriptor
     */
    ImageContent content(boolean oci, BiFunction<EngineLayer, Descriptor, Blob> bytes) {
        Map<Descriptor, Blob> blobs = new LinkedHashMap<>();
        ManifestContent manifest = original.orElseGet(() -> manifest(oci));
        boolean renamed = original.isEmpty() && !oci;
        for (EngineLayer layer : layers) {
            Descriptor own = layer.descriptor();
            Descriptor named = renamed ? new Descriptor(MediaTypes.DOCKER_LAYER_GZIP, own.digest(), own.size()) : own;
            blobs.putIfAbsent(named, bytes.apply(layer, named));
        }
        Blob configuration = Blob.ofBytes(configType(manifest), config);
        blobs.put(configuration.descriptor(), configuration);
        return new ImageContent(manifest, List.of(), List.copyOf(blobs.values()), List.of(platform()));
    }

    /** Returns its platform. */
    Platform platform() {
        var json = Json.parse(config);
        try {
            return new Platform(
                    json.path("os").asText(""),
                    json.path("architecture").asText(""),
                    Optional.of(json.path("variant").asText("")).filter(text -> !text.isEmpty()));
        } catch (GrammarException e) {
            return Platform.LINUX_AMD64;
        }
    }

    private static String configType(ManifestContent manifest) {
        return Json.parse(manifest.content()).path("config").path("mediaType").asText(MediaTypes.OCI_CONFIG);
    }

    private ManifestContent manifest(boolean oci) {
        String type = oci ? MediaTypes.OCI_MANIFEST : MediaTypes.DOCKER_MANIFEST;
        ObjectNode manifest = Json.object().put("schemaVersion", 2).put("mediaType", type);
        Blob configuration = Blob.ofBytes(oci ? MediaTypes.OCI_CONFIG : MediaTypes.DOCKER_CONFIG, config);
        manifest.set(
                "config",
                json(configuration.descriptor(), configuration.descriptor().mediaType()));
        ArrayNode entries = manifest.putArray("layers");
        for (EngineLayer layer : layers) {
            entries.add(json(layer.descriptor(), oci ? layer.descriptor().mediaType() : MediaTypes.DOCKER_LAYER_GZIP));
        }
        return new ManifestContent(type, Json.write(manifest));
    }

    private static ObjectNode json(Descriptor descriptor, String mediaType) {
        return Json.object()
                .put("mediaType", mediaType)
                .put("digest", descriptor.digest().toString())
                .put("size", descriptor.size());
    }
}
