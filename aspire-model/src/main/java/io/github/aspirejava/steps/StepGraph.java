package io.github.aspirejava.steps;

import io.github.aspirejava.steps.Topology.LevelledStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Steps and their dependencies: immutable, without duplicates, dangling dependencies or cycles. A graph is data; it can
 * be listed, drawn and compared without running anything.
 *
 * <p>The <em>level</em> of a step is 0 if it has no dependencies, and otherwise one more than the highest level of its
 * dependencies. The order of the steps is by level, and by name within a level: no step comes before one of its
 * dependencies.
 */
public final class StepGraph {
    private final Map<String, LevelledStep> steps;

    private StepGraph(Map<String, LevelledStep> steps) {
        this.steps = Collections.unmodifiableMap(steps);
    }

    /**
     * Returns the graph of {@code steps}, in any order.
     *
     * @throws InvalidGraphException if they do not form a graph
     */
    public static StepGraph of(Collection<Step> steps) {
        Map<String, LevelledStep> ordered = new LinkedHashMap<>(steps.size() * 2);
        for (LevelledStep levelled : Topology.order(steps)) {
            ordered.put(levelled.step().name(), levelled);
        }
        return new StepGraph(ordered);
    }

    /** Returns the steps, ordered by level and name. */
    public List<Step> steps() {
        return steps.values().stream().map(LevelledStep::step).toList();
    }

    /** Returns the number of steps. */
    public int size() {
        return steps.size();
    }

    /** Returns the step of that name, if there is one. */
    public Optional<Step> find(String name) {
        return Optional.ofNullable(steps.get(name)).map(LevelledStep::step);
    }

    /**
     * Returns the step of that name.
     *
     * @throws UnknownStepException if there is none
     */
    public Step step(String name) {
        return levelled(name).step();
    }

    /**
     * Returns the level of the step of that name.
     *
     * @throws UnknownStepException if there is none
     */
    public int level(String name) {
        return levelled(name).level();
    }

    private LevelledStep levelled(String name) {
        LevelledStep levelled = steps.get(name);
        if (levelled == null) {
            throw new UnknownStepException(Set.of(name), steps.keySet());
        }
        return levelled;
    }

    /** Returns the steps by level, names sorted. */
    public List<List<Step>> levels() {
        List<List<Step>> levels = new ArrayList<>();
        for (LevelledStep levelled : steps.values()) {
            if (levelled.level() == levels.size()) {
                levels.add(new ArrayList<>());
            }
            levels.get(levelled.level()).add(levelled.step());
        }
        return levels.stream().map(List::copyOf).toList();
    }

    /** Returns the steps with that tag, in order. */
    public List<Step> withTag(String tag) {
        return steps().stream().filter(step -> step.tags().contains(tag)).toList();
    }

    /** Returns the steps for that resource, in order. */
    public List<Step> ofResource(String resource) {
        return steps().stream()
                .filter(step -> step.resource().filter(resource::equals).isPresent())
                .toList();
    }

    /**
     * Returns the graph of the targets and of all their direct and indirect dependencies. Levels are those within it.
     *
     * @throws UnknownStepException if the graph has no step for a target
     */
    public StepGraph closure(Collection<String> targets) {
        List<String> unknown =
                targets.stream().filter(target -> !steps.containsKey(target)).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownStepException(unknown, steps.keySet());
        }
        Set<String> wanted = new HashSet<>(targets);
        Deque<String> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            for (String dependency : step(open.remove()).dependsOn()) {
                if (wanted.add(dependency)) {
                    open.add(dependency);
                }
            }
        }
        return of(wanted.stream().map(this::step).toList());
    }
}
