package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.Library;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The location of the libraries of one service in its image: their layers and their names. A library that several
 * services share is in the same layer under the same name in all of their images.
 */
public record LibraryPlan(List<LibraryLayer> layers, LibraryNames names) {
    /** Copies the list. */
    public LibraryPlan {
        layers = List.copyOf(layers);
    }

    /** Returns the part of a service in a plan for several. */
    public static LibraryPlan of(LayerPlan plan, String service) {
        return new LibraryPlan(
                plan.layersOf(service),
                new LibraryNames(plan.layers().stream()
                        .flatMap(layer -> layer.libraries().stream())
                        .toList()));
    }

    /**
     * Returns the layers of this plan with the files of the libraries that exist.
     *
     * @param known files by the id of their library
     * @param added files of libraries that Maven does not manage; they are a layer of their own, together with those
     *     that were not expected to be packaged
     * @param packager the name of the tool that has added them
     */
    public List<PlannedLayer> layers(Map<String, List<PlannedFile>> known, List<PlannedFile> added, String packager) {
        Map<String, List<PlannedFile>> left = new TreeMap<>(known);
        List<PlannedLayer> planned = new ArrayList<>();
        for (LibraryLayer layer : layers) {
            planned.add(new PlannedLayer(
                    layer.kind().title(),
                    layer.libraries().stream()
                            .map(library -> left.remove(library.id()))
                            .filter(Objects::nonNull)
                            .flatMap(Collection::stream)
                            .toList()));
        }
        List<PlannedFile> others = new ArrayList<>(added);
        left.values().forEach(others::addAll);
        planned.add(new PlannedLayer("dependencies that %s adds".formatted(packager), others));
        return planned;
    }

    /** Returns the plan of a module that shares nothing. */
    public static LibraryPlan alone(JavaModule module, LayerLimits limits) {
        List<Library> libraries =
                module.classpath().stream().map(ClasspathJar::library).toList();
        return of(new LayerPlanner(limits).plan(Map.of(module.name(), libraries)), module.name());
    }
}
