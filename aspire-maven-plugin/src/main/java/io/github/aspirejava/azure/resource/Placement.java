package io.github.aspirejava.azure.resource;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.azure.arm.ArmId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What all resources of environments have in common.
 *
 * @param location the region, in Azure's short form
 * @param origin what in the model it is for
 */
public record Placement(ArmId id, String location, Map<String, String> tags, Origin origin) {
    /** Copies the map, in an order that is the same in each run: it is published. */
    public Placement {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /** The same in another region. */
    public Placement at(String otherLocation) {
        return new Placement(id, otherLocation, tags, origin);
    }
}
