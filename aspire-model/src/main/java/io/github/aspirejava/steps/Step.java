package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Resource;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A unit of work.
 *
 * @param name the name, unique in its graph, case-sensitive
 * @param resource the name of the resource that the step is for, if it is for one
 * @param dependsOn the names of the steps that must have succeeded before
 * @param description the purpose of the step, for human readers
 */
public record Step(
        String name, StepKind kind, Optional<String> resource, SortedSet<String> dependsOn, String description) {
    /** Copies {@code dependsOn}. */
    public Step {
        dependsOn = Collections.unmodifiableSortedSet(new TreeSet<>(dependsOn));
    }

    /** Returns a step for a resource. */
    public static Step of(
            String name, StepKind kind, String resource, Collection<String> dependsOn, String description) {
        return new Step(name, kind, Optional.of(resource), new TreeSet<>(dependsOn), description);
    }

    /** Returns a step for the whole model. */
    public static Step of(String name, StepKind kind, Collection<String> dependsOn, String description) {
        return new Step(name, kind, Optional.empty(), new TreeSet<>(dependsOn), description);
    }

    /**
     * Returns the resource that this step is done for.
     *
     * @throws IllegalStateException if it is done for none of that kind: the graph does not fit the actions
     */
    public <R extends Resource> R resource(AppModel model, Class<R> kind) {
        return resource.flatMap(model::resource)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() ->
                        new IllegalStateException("Step '%s' is for no %s".formatted(name, kind.getSimpleName())));
    }

    /** Returns Aspire's tags for this step, sorted. */
    public SortedSet<String> tags() {
        return new TreeSet<>(kind.tags());
    }

    @Override
    public String toString() {
        return name;
    }
}
