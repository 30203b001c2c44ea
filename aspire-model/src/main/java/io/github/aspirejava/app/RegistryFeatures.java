package io.github.aspirejava.app;

import java.util.Map;
import java.util.Optional;

/**
 * The features requested of a registry in Azure.
 *
 * @param asked the requested features, each with the place of its element
 * @param retentionDays the number of days after which untagged images are deleted, if they are
 */
public record RegistryFeatures(Map<RegistryFeature, Origin> asked, Optional<Integer> retentionDays) {
    /** No features. */
    public static final RegistryFeatures NONE = new RegistryFeatures(Map.of(), Optional.empty());

    /** Copies the map. */
    public RegistryFeatures {
        asked = Map.copyOf(asked);
    }

    /** Returns whether a feature is requested. */
    public boolean has(RegistryFeature feature) {
        return asked.containsKey(feature);
    }
}
