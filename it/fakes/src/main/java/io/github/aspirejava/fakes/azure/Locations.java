package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The regions of this Azure. */
final class Locations {
    private static final Map<String, String> NAMES = new TreeMap<>(Map.of(
            "westeurope", "West Europe",
            "northeurope", "North Europe",
            "eastus", "East US",
            "germanywestcentral", "Germany West Central"));

    private Locations() {}

    static boolean isKnown(String location) {
        return NAMES.containsKey(normal(location));
    }

    /** Compares two names: Azure writes the same location in several ways. */
    static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(String location) {
        return location.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    static String displayName(String name) {
        return NAMES.getOrDefault(name, name);
    }

    static String list() {
        return String.join(",", NAMES.keySet());
    }

    /** Returns a subscription's locations, as they are listed. */
    static ObjectNode json(String subscription) {
        ObjectNode json = Incoming.JSON.createObjectNode();
        ArrayNode values = json.putArray("value");
        NAMES.forEach((name, display) -> values.addObject()
                .put("id", "/subscriptions/%s/locations/%s".formatted(subscription, name))
                .put("name", name)
                .put("displayName", display)
                .put("type", "Region"));
        return json;
    }

    /** Returns a type's locations, as they are listed. */
    static ArrayNode displayNames() {
        ArrayNode names = Incoming.JSON.createArrayNode();
        NAMES.values().forEach(names::add);
        return names;
    }
}
