package io.github.aspirejava.azure.arm;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.oci.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares and merges request bodies as JSON trees. */
public final class ResourceBody {
    private static final String LOCATION = "location";

    private ResourceBody() {}

    /** Returns the properties of a resource that can be set, as JSON. */
    public static JsonNode of(JsonSerializable<?> resource) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = JsonProviders.createWriter(bytes)) {
            resource.toJson(writer);
        } catch (IOException e) {
            throw new IllegalStateException("A body can always be written", e);
        }
        return Json.parse(bytes.toByteArray());
    }

    static <T extends JsonSerializable<?>> T parse(JsonNode body, ArmResource<T> resource) {
        try (JsonReader reader = JsonProviders.createReader(Json.write(body))) {
            return resource.read(reader);
        } catch (IOException e) {
            throw new IllegalStateException("What the SDK has written it can read", e);
        }
    }

    /**
     * Returns the differences between {@code live} and {@code desired}, without properties that {@code desired} does
     * not have.
     */
    static List<Difference> differences(JsonNode desired, JsonNode live, Set<String> writeOnly) {
        List<Difference> found = new ArrayList<>();
        compare("", desired, live, writeOnly, found);
        return found;
    }

    private static void compare(
            String path, JsonNode desired, JsonNode live, Set<String> writeOnly, List<Difference> found) {
        if (writeOnly.contains(path)) {
            return;
        }
        if (desired.isObject()) {
            for (Map.Entry<String, JsonNode> property : desired.properties()) {
                String name = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
                compare(name, property.getValue(), live.path(property.getKey()), writeOnly, found);
            }
        } else if (desired.isArray() && live.isArray() && desired.size() == live.size()) {
            for (int i = 0; i < desired.size(); i++) {
                compare("%s[%d]".formatted(path, i), desired.get(i), live.get(i), writeOnly, found);
            }
        } else if (!isSame(path, desired, live)) {
            found.add(new Difference(path, live.isMissingNode() ? "(none)" : live.toString(), desired.toString()));
        }
    }

    private static boolean isSame(String path, JsonNode desired, JsonNode live) {
        if (desired.isNumber() && live.isNumber()) {
            return desired.decimalValue().compareTo(live.decimalValue()) == 0;
        }
        if (path.equals(LOCATION)) {
            return OptionsReader.normalized(desired.asText()).equals(OptionsReader.normalized(live.asText()));
        }
        // An id is the same in any case, and services spell some in their own way.
        return desired.asText().startsWith("/subscriptions/")
                ? desired.asText().equalsIgnoreCase(live.asText())
                : desired.equals(live);
    }

    /** Merges {@code desired} into {@code live}: a write keeps properties that were set by other means. */
    static JsonNode over(JsonNode live, JsonNode desired) {
        if (!live.isObject() || !desired.isObject()) {
            return desired;
        }
        ObjectNode merged = live.deepCopy();
        for (Map.Entry<String, JsonNode> property : desired.properties()) {
            merged.set(property.getKey(), over(live.path(property.getKey()), property.getValue()));
        }
        return merged;
    }

    /** Returns {@code body} without the properties at these paths. */
    static JsonNode without(JsonNode body, Set<String> paths) {
        JsonNode rest = body.deepCopy();
        for (String path : paths) {
            int dot = path.lastIndexOf('.');
            JsonNode parent =
                    dot < 0 ? rest : rest.at("/" + path.substring(0, dot).replace('.', '/'));
            if (parent instanceof ObjectNode object) {
                object.remove(path.substring(dot + 1));
            }
        }
        return rest;
    }
}
