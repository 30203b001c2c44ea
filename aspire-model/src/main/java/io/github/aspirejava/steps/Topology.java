package io.github.aspirejava.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts steps topologically, or reports why they have no order. Works on numbers instead of names, which is efficient
 * for large graphs.
 */
final class Topology {
    private final Step[] steps;
    private final Map<String, Integer> numbers;
    private final List<String> problems = new ArrayList<>();
    private final int[][] dependencies;
    private final int[] levels;

    private Topology(Collection<Step> unordered) {
        steps = unordered.toArray(Step[]::new);
        numbers = new HashMap<>(steps.length * 2);
        dependencies = new int[steps.length][];
        levels = new int[steps.length];
    }

    /**
     * Returns the steps ordered by level and name, each with its level.
     *
     * @throws InvalidGraphException if a name is duplicate, a dependency is unknown, or there is a cycle
     */
    static List<LevelledStep> order(Collection<Step> unordered) {
        Topology topology = new Topology(unordered);
        topology.number();
        topology.level();
        List<LevelledStep> order = new ArrayList<>(topology.steps.length);
        for (int i = 0; i < topology.steps.length; i++) {
            order.add(new LevelledStep(topology.steps[i], topology.levels[i]));
        }
        order.sort(Comparator.comparingInt(LevelledStep::level)
                .thenComparing(levelled -> levelled.step().name()));
        return order;
    }

    /** A step and the length of the longest chain before it. */
    record LevelledStep(Step step, int level) {}

    private void number() {
        for (int i = 0; i < steps.length; i++) {
            Integer first = numbers.putIfAbsent(steps[i].name(), i);
            if (first != null) {
                problems.add("Duplicate step name: '%s', for %s and for %s. Rename one of them."
                        .formatted(steps[i].name(), owner(steps[first]), owner(steps[i])));
            }
        }
        for (int i = 0; i < steps.length; i++) {
            dependencies[i] = new int[steps[i].dependsOn().size()];
            int j = 0;
            for (String dependency : steps[i].dependsOn()) {
                Integer number = numbers.get(dependency);
                if (number == null) {
                    problems.add("Step '%s' depends on unknown step '%s'.".formatted(steps[i].name(), dependency));
                } else {
                    dependencies[i][j++] = number;
                }
            }
        }
        throwIfAnyProblem();
    }

    private static String owner(Step step) {
        return step.resource().map("'%s'"::formatted).orElse("the whole model");
    }

    /** Assigns levels by Kahn's algorithm; steps that it cannot reach are on a cycle or behind one. */
    private void level() {
        int[][] dependants = dependants();
        int[] missing = new int[steps.length];
        int[] queue = new int[steps.length];
        int filled = 0;
        for (int i = 0; i < steps.length; i++) {
            missing[i] = dependencies[i].length;
            if (missing[i] == 0) {
                queue[filled++] = i;
            }
        }
        for (int read = 0; read < filled; read++) {
            for (int dependant : dependants[queue[read]]) {
                levels[dependant] = Math.max(levels[dependant], levels[queue[read]] + 1);
                if (--missing[dependant] == 0) {
                    queue[filled++] = dependant;
                }
            }
        }
        if (filled < steps.length) {
            problems.add(cycle(missing));
            throwIfAnyProblem();
        }
    }

    private int[][] dependants() {
        int[] counts = new int[steps.length];
        for (int[] before : dependencies) {
            for (int dependency : before) {
                counts[dependency]++;
            }
        }
        int[][] dependants = new int[steps.length][];
        Arrays.setAll(dependants, i -> new int[counts[i]]);
        for (int i = 0; i < steps.length; i++) {
            for (int dependency : dependencies[i]) {
                dependants[dependency][--counts[dependency]] = i;
            }
        }
        return dependants;
    }

    /**
     * Finds a cycle: follows, from the first step that was not reached, dependencies that were not reached either,
     * until a step is repeated.
     */
    private String cycle(int[] missing) {
        int current = -1;
        for (int i = 0; i < steps.length; i++) {
            if (missing[i] > 0 && (current < 0 || steps[i].name().compareTo(steps[current].name()) < 0)) {
                current = i;
            }
        }
        List<String> path = new ArrayList<>();
        while (!path.contains(steps[current].name())) {
            path.add(steps[current].name());
            current = Arrays.stream(dependencies[current])
                    .filter(dependency -> missing[dependency] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        String again = steps[current].name();
        return "Circular dependency: %s → %s."
                .formatted(String.join(" → ", path.subList(path.indexOf(again), path.size())), again);
    }

    private void throwIfAnyProblem() {
        if (!problems.isEmpty()) {
            Collections.sort(problems);
            throw new InvalidGraphException(problems);
        }
    }
}
