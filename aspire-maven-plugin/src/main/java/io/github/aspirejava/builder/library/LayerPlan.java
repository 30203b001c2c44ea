package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;
import java.util.List;

/**
 * The layers of the libraries of several services.
 *
 * @param services the services in the order of their names, including those without libraries
 * @param layers the layers from the lowest up; the layers of each service have the same order in its image
 */
public record LayerPlan(List<String> services, List<LibraryLayer> layers) {
    /** Copies the lists. */
    public LayerPlan {
        services = List.copyOf(services);
        layers = List.copyOf(layers);
    }

    /** Returns the layers of one service. */
    public List<LibraryLayer> layersOf(String service) {
        return layers.stream()
                .filter(layer -> layer.services().contains(service))
                .toList();
    }

    /** Returns the bytes of all services' libraries, as they would be stored without sharing. */
    public long bytesOfServices() {
        return layers.stream()
                .mapToLong(layer -> layer.size() * layer.services().size())
                .sum();
    }

    /** Returns the bytes of all layers, as they are stored. */
    public long bytesOfLayers() {
        return layers.stream().mapToLong(LibraryLayer::size).sum();
    }

    /** Returns the bytes of all libraries, each counted once: the minimum that can be stored. */
    public long distinctBytes() {
        return layers.stream()
                .flatMap(layer -> layer.libraries().stream())
                .distinct()
                .mapToLong(Library::size)
                .sum();
    }
}
