package io.github.aspirejava.azure.resource;

import io.github.aspirejava.azure.settings.AzureOptions;
import java.util.Map;
import java.util.TreeMap;

/** The tags of resources, which show their owner. */
public final class Tags {
    private Tags() {}

    /** Returns the tags of a resource group. */
    public static Map<String, String> of(AzureOptions options) {
        return new TreeMap<>(Map.of(
                "managed-by", "aspire-maven-plugin",
                "app", options.application(),
                "environment", options.environment()));
    }

    /** Returns the tags of the resource {@code name} of the model. */
    public static Map<String, String> of(AzureOptions options, String name) {
        Map<String, String> tags = of(options);
        tags.put("aspire-resource-name", name);
        return tags;
    }
}
