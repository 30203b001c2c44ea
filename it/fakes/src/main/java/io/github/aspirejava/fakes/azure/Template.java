package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads templates of Resource Manager. */
public final class Template {
    private Template() {}

    /** Returns the resources of a template and its nested templates. */
    public static List<JsonNode> resources(JsonNode template) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode resource : template.path("resources")) {
            JsonNode nested = resource.at("/properties/template");
            if (nested.isMissingNode()) {
                found.add(resource);
            } else {
                found.addAll(resources(nested));
            }
        }
        return found;
    }

    /** Returns the type of a resource in a template. */
    public static ResourceType type(JsonNode resource) {
        return Stream.of(ResourceType.values())
                .filter(type -> type.type().equals(resource.path("type").asText()))
                .findFirst()
                .orElseThrow();
    }
}
