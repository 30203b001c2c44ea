package io.github.aspirejava.fakes.azure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All resources, of all subscriptions. */
final class ResourceStore {
    private final Map<String, StoredResource> resources = new ConcurrentSkipListMap<>();

    Optional<StoredResource> find(ResourcePath path) {
        return Optional.ofNullable(resources.get(path.key()));
    }

    /** Returns the resource with the ID that another one's body refers to. */
    Optional<StoredResource> find(String id) {
        return id.startsWith("/") ? find(new ResourcePath(id)) : Optional.empty();
    }

    void put(StoredResource resource) {
        resources.put(resource.path().key(), resource);
    }

    /** Removes a resource and its children; returns whether it existed. */
    boolean remove(ResourcePath path) {
        return resources.values().removeIf(resource -> path.contains(resource.path()));
    }

    Stream<StoredResource> ofType(ResourceType type) {
        return resources.values().stream().filter(resource -> resource.type() == type);
    }

    /** Returns the resources in a collection. */
    List<StoredResource> in(ResourcePath collection) {
        return resources.values().stream()
                .filter(resource -> resource.type().type().equalsIgnoreCase(collection.type()))
                .filter(resource -> scopeOf(collection).contains(resource.path()))
                .toList();
    }

    private static ResourcePath scopeOf(ResourcePath collection) {
        String text = collection.text();
        int providers = collection.key().lastIndexOf("/providers/");
        return new ResourcePath(providers < 0 ? collection.above().text() : text.substring(0, providers));
    }
}
