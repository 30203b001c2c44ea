package io.github.aspirejava.app;

import java.util.Map;
import java.util.Optional;

/**
 * The features that a registry in Azure is asked for.
 *
 * @param asked where each of them is
 * @param retentionDays after how many days images without a tag are deleted, if they are
 */
public record RegistryFeatures(Map<RegistryFeature, Origin> asked, Optional<Integer> retentionDays) {
    /** None. */
    public static final RegistryFeatures NONE = new RegistryFeatures(Map.of(), Optional.empty());

    /** Copies the map. */
    public RegistryFeatures {
        asked = Map.copyOf(asked);
    }

    /** Whether it is asked for. */
    public boolean has(RegistryFeature feature) {
        return asked.containsKey(feature);
    }
}
