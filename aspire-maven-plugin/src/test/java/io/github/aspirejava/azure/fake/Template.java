package io.github.aspirejava.azure.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads templates of Resource Manager. */
public final class Template {
    private Template() {}

    /** What a template and the templates in it make. */
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

    /** What a resource of a template is. */
    public static ResourceType type(JsonNode resource) {
        return Stream.of(ResourceType.values())
                .filter(type -> type.type().equals(resource.path("type").asText()))
                .findFirst()
                .orElseThrow();
    }
}
