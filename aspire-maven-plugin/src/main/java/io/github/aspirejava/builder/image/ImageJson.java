package io.github.aspirejava.builder.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The JSON of manifests and configurations; unknown fields are kept. */
public final class ImageJson {
    private ImageJson() {}

    static ObjectNode parse(byte[] content) throws IOException {
        try {
            if (Json.read(content) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new FilteredException("not proper JSON: " + e.getOriginalMessage(), e);
        }
        throw new FilteredException("not a JSON object");
    }

    /**
     * Returns the object or array of that name, created if it is missing; base images omit or set to null the fields
     * that they do not need.
     */
    static ObjectNode objectIn(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode object ? object : parent.putObject(name);
    }

    static ArrayNode arrayIn(ObjectNode parent, String name) {
        return parent.get(name) instanceof ArrayNode array ? array : parent.putArray(name);
    }

    static Descriptor descriptor(JsonNode node) throws IOException {
        try {
            return new Descriptor(
                    node.path("mediaType").asText(""),
                    Digest.parse(node.path("digest").asText("")),
                    node.path("size").asLong());
        } catch (GrammarException e) {
            throw new FilteredException(String.valueOf(e.getMessage()), e);
        }
    }

    static ObjectNode descriptor(Descriptor descriptor) {
        return Json.object()
                .put("mediaType", descriptor.mediaType())
                .put("digest", descriptor.digest().toString())
                .put("size", descriptor.size());
    }

    /** Returns the platform of a configuration or of an index's entry, if it is a valid one. */
    static Optional<Platform> platform(JsonNode node) {
        try {
            Optional<String> variant =
                    Optional.of(node.path("variant").asText("")).filter(text -> !text.isEmpty());
            return Optional.of(new Platform(
                    node.path("os").asText(""), node.path("architecture").asText(""), variant));
        } catch (GrammarException e) {
            return Optional.empty();
        }
    }

    static void putPlatform(ObjectNode node, Platform platform) {
        node.put("architecture", platform.architecture());
        node.put("os", platform.os());
        platform.variant().ifPresent(variant -> node.put("variant", variant));
    }

    /** Returns the environment variables of a configuration, in their order. */
    public static Map<String, String> environment(JsonNode config) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode variable : config.path("config").path("Env")) {
            String[] parts = variable.asText("").split("=", 2);
            if (parts.length == 2) {
                environment.put(parts[0], parts[1]);
            }
        }
        return environment;
    }
}
