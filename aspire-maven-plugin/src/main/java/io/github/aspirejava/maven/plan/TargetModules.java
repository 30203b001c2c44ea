package io.github.aspirejava.maven.plan;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepNames;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.apache.maven.project.MavenProject;

/** The modules that steps depend on, with all steps before them. */
final class TargetModules {
    private final AppModel model;
    private final StepGraph graph;
    private final SelectedServices services;
    private final ConcurrentMap<String, Set<MavenProject>> known = new ConcurrentHashMap<>();

    TargetModules(AppModel model, StepGraph graph, SelectedServices services) {
        this.model = model;
        this.graph = graph;
        this.services = services;
    }

    /** Returns those of {@code targets} whose modules have all been built. */
    List<String> among(Collection<String> targets, Predicate<MavenProject> built) {
        return targets.stream()
                .filter(target ->
                        known.computeIfAbsent(target, this::modulesOf).stream().allMatch(built))
                .toList();
    }

    private Set<MavenProject> modulesOf(String target) {
        Set<MavenProject> needed = new HashSet<>();
        for (Step step : graph.closure(List.of(target)).steps()) {
            step.resource()
                    .filter(service -> step.name().equals(StepNames.build(service)))
                    .flatMap(model::resource)
                    .ifPresent(service -> needed.addAll(services.sources(service)));
            // Its late texts have values when the module whose POM declares it has had its turn.
            step.resource()
                    .flatMap(model::resource)
                    .filter(service -> service.texts().stream().anyMatch(Text::isLate))
                    .flatMap(services::declaring)
                    .ifPresent(needed::add);
        }
        return needed;
    }
}
