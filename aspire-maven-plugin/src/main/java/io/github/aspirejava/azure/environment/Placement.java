package io.github.aspirejava.azure.environment;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmId;
import java.util.Map;

/**
 * What all resources of environments have in common.
 *
 * @param location the region, in Azure's short form
 * @param origin what in the model it is for
 */
public record Placement(ArmId id, String location, Map<String, String> tags, Origin origin) {
    /** Copies the map. */
    public Placement {
        tags = Map.copyOf(tags);
    }

    /** The same in another region. */
    public Placement at(String otherLocation) {
        return new Placement(id, otherLocation, tags, origin);
    }
}
