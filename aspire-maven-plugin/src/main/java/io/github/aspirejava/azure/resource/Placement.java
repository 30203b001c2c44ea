package io.github.aspirejava.azure.resource;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The properties that all resources of environments have in common.
 *
 * @param location the region, in Azure's short form
 * @param origin the place in the model that it is declared for
 */
public record Placement(ArmId id, String location, Map<String, String> tags, Origin origin) {
    /** Copies the map, in an order that is the same in each run, because it is published. */
    public Placement {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** Returns the same placement in another region. */
    public Placement at(String otherLocation) {
        return new Placement(id, otherLocation, tags, origin);
    }
}
