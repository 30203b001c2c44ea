package io.github.aspirejava.steps;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Steps and their dependencies as text, a line for each: {@code push-api < upload-api}. */
final class Edges {
    private final SortedMap<String, SortedSet<String>> dependencies = new TreeMap<>();

    static Edges of(StepGraph graph) {
        Edges edges = new Edges();
        graph.steps().forEach(step -> edges.dependencies.put(step.name(), step.dependsOn()));
        return edges;
    }

    static Edges parse(String text) {
        Edges edges = new Edges();
        for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
            String[] sides = line.split(" <", -1);
            SortedSet<String> before = new TreeSet<>(List.of(sides[1].strip().split(" +", -1)));
            before.remove("");
            edges.dependencies.put(sides[0], before);
        }
        return edges;
    }

    Set<String> names() {
        return dependencies.keySet();
    }

    SortedSet<String> before(String step) {
        SortedSet<String> before = dependencies.get(step);
        if (before == null) {
            throw new AssertionError("There is no step " + step);
        }
        return before;
    }

    /** Returns those of {@code steps} that a step waits for, directly or indirectly. */
    SortedSet<String> allBefore(String step, Collection<String> steps) {
        SortedSet<String> all = new TreeSet<>();
        collect(step, all);
        all.retainAll(steps);
        return all;
    }

    private void collect(String step, Set<String> all) {
        for (String dependency : before(step)) {
            if (all.add(dependency)) {
                collect(dependency, all);
            }
        }
    }

    /** Returns, for each of {@code steps}, its direct and indirect dependencies among {@code steps}. */
    Map<String, SortedSet<String>> closureOf(Collection<String> steps) {
        Map<String, SortedSet<String>> closure = new TreeMap<>();
        steps.forEach(step -> closure.put(step, allBefore(step, steps)));
        return closure;
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        dependencies.forEach((step, before) -> lines.append(step)
                .append(" <")
                .append(before.isEmpty() ? "" : " ")
                .append(String.join(" ", before))
                .append('\n'));
        return lines.toString();
    }
}
