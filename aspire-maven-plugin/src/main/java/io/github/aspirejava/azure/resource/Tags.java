package io.github.aspirejava.azure.resource;

import io.github.aspirejava.azure.settings.AzureOptions;
import java.util.Map;
import java.util.TreeMap;

/** What resources are marked with, so that everybody sees whose they are. */
public final class Tags {
    private Tags() {}

    /** Of a resource group. */
    public static Map<String, String> of(AzureOptions options) {
        return new TreeMap<>(Map.of(
                "managed-by", "aspire-maven-plugin",
                "app", options.application(),
                "environment", options.environment()));
    }

    /** Of a resource that the model knows as {@code name}. */
    public static Map<String, String> of(AzureOptions options, String name) {
        Map<String, String> tags = of(options);
        tags.put("aspire-resource-name", name);
        return tags;
    }
}
