package io.github.aspirejava.azure.arm;

import com.azure.core.management.exception.ManagementException;
import com.azure.resourcemanager.resources.fluent.models.ProviderInner;
import com.azure.resourcemanager.resources.models.ProviderResourceType;
import io.github.aspirejava.app.NearestName;
import io.github.aspirejava.azure.settings.OptionsReader;
import io.github.aspirejava.run.StepException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The regions in which each kind of resource is available. Each resource provider is asked once. */
final class Locations {
    private final ArmClients clients;
    private final ConcurrentMap<String, List<ProviderResourceType>> types = new ConcurrentHashMap<>();

    Locations(ArmClients clients) {
        this.clients = clients;
    }

    /**
     * Checks that a kind of resource is available in a location. Does nothing if its provider does not list its
     * locations.
     *
     * @throws StepException if it is not available; the message suggests the region with the most similar name
     */
    void check(ArmResource<?> resource, String location, Trace trace) throws StepException {
        TreeMap<String, String> known = new TreeMap<>();
        for (String name : locations(resource.id(), trace)) {
            known.put(OptionsReader.normalized(name), name);
        }
        String asked = OptionsReader.normalized(location);
        if (!known.isEmpty() && !known.containsKey(asked)) {
            String fix = NearestName.of(asked, known.keySet())
                    .map("Write %s"::formatted)
                    .orElseGet(() -> "Write one of %s".formatted(String.join(", ", known.keySet())));
            throw new StepException("%sThere is no %s in the location '%s'. %s."
                    .formatted(
                            ArmFailure.position(resource.origin()),
                            resource.id().type(),
                            location,
                            fix));
        }
    }

    private List<String> locations(ArmId id, Trace trace) {
        String type = id.type().substring(id.type().indexOf('/') + 1);
        Optional<ProviderResourceType> found =
                types.computeIfAbsent(id.namespace(), namespace -> types(id.subscription(), namespace, trace)).stream()
                        .filter(known -> type.equalsIgnoreCase(known.resourceType()))
                        .findFirst();
        return found.map(ProviderResourceType::locations).orElse(List.of());
    }

    private List<ProviderResourceType> types(String subscription, String namespace, Trace trace) {
        try {
            ProviderInner provider = clients.resources(subscription)
                    .getProviders()
                    .getWithResponse(namespace, null, trace.context())
                    .getValue();
            return provider.resourceTypes() == null ? List.of() : List.copyOf(provider.resourceTypes());
        } catch (ManagementException e) {
            return List.of(); // the service that makes the resource will report it
        }
    }
}
