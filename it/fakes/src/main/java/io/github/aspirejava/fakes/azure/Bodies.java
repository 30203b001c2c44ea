package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Validates bodies that were not sent, by the rules of Azure. */
public final class Bodies {
    private static final PropertyTable TABLE = PropertyTable.read();

    private Bodies() {}

    /** Returns the errors in the body of a resource of this name. */
    public static List<String> findings(ResourceType type, String apiVersion, String name, JsonNode body) {
        if (!type.apiVersions().contains(apiVersion)) {
            return List.of("There is no %s@%s".formatted(type.type(), apiVersion));
        }
        List<String> findings = new ArrayList<>(TABLE.check(type, name, body));
        PublishedTypes.find()
                .filter(types -> types.has(type, apiVersion))
                .ifPresent(types -> findings.addAll(types.check(type, apiVersion, name, body)));
        return findings;
    }
}
