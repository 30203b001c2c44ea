package io.github.aspirejava.build;

import io.github.aspirejava.layers.LayerLimits;
import io.github.aspirejava.layers.LayerPlan;
import io.github.aspirejava.layers.LayerPlanner;
import io.github.aspirejava.layers.Library;
import io.github.aspirejava.layers.LibraryLayer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where the libraries of one service are in its image: in which layers, and under which names. A library that several
 * services share is in the same layer under the same name in all of their images.
 */
public record LibraryPlan(List<LibraryLayer> layers, LibraryNames names) {
    /** Copies the list. */
    public LibraryPlan {
        layers = List.copyOf(layers);
    }

    /** The part of a service in a plan for several. */
    static LibraryPlan of(LayerPlan plan, String service) {
        return new LibraryPlan(
                plan.layersOf(service),
                new LibraryNames(plan.layers().stream()
                        .flatMap(layer -> layer.libraries().stream())
                        .toList()));
    }

    /**
     * The layers of this plan with the files of the libraries that are there.
     *
     * @param known files by the id of their library
     * @param added files of libraries that no plan knows, which are a layer of their own
     * @param packager the name of what has added them
     */
    List<PlannedLayer> layers(Map<String, List<PlannedFile>> known, List<PlannedFile> added, String packager) {
        List<PlannedLayer> planned = new ArrayList<>();
        for (LibraryLayer layer : layers) {
            planned.add(new PlannedLayer(
                    layer.kind().title(),
                    layer.libraries().stream()
                            .map(library -> known.getOrDefault(library.id(), List.of()))
                            .flatMap(Collection::stream)
                            .toList()));
        }
        planned.add(new PlannedLayer("dependencies that %s adds".formatted(packager), added));
        return planned;
    }

    /** The plan of a module that shares nothing. */
    static LibraryPlan alone(JavaModule module, LayerLimits limits) {
        List<Library> libraries =
                module.classpath().stream().map(ClasspathJar::library).toList();
        return of(new LayerPlanner(limits).plan(Map.of(module.name(), libraries)), module.name());
    }
}
