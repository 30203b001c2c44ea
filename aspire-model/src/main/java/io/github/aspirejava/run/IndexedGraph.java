package io.github.aspirejava.run;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A graph with numbers for its steps, in their order, which keeps the cost of each step low. */
final class IndexedGraph {
    private final List<Step> steps;
    private final Map<String, Integer> numbers;
    private final int[][] dependencies;
    private final int[][] dependants;
    private final int[] heights;

    IndexedGraph(StepGraph graph) {
        steps = graph.steps();
        numbers = new HashMap<>(steps.size() * 2);
        dependencies = new int[steps.size()][];
        int[] counts = new int[steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            numbers.put(steps.get(i).name(), i);
            dependencies[i] = new int[steps.get(i).dependsOn().size()];
            int j = 0;
            for (String dependency : steps.get(i).dependsOn()) {
                int number = number(dependency);
                dependencies[i][j++] = number;
                counts[number]++;
            }
        }
        dependants = new int[steps.size()][];
        Arrays.setAll(dependants, i -> new int[counts[i]]);
        heights = new int[steps.size()];
        for (int i = steps.size() - 1; i >= 0; i--) {
            for (int dependency : dependencies[i]) {
                dependants[dependency][--counts[dependency]] = i;
                heights[dependency] = Math.max(heights[dependency], heights[i] + 1);
            }
        }
    }

    int size() {
        return steps.size();
    }

    Step step(int number) {
        return steps.get(number);
    }

    int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("The graph has no step '%s'".formatted(name));
        }
        return number;
    }

    int[] dependencies(int number) {
        return dependencies[number];
    }

    int[] dependants(int number) {
        return dependants[number];
    }

    /** Returns the length of the longest chain of dependents of this step. */
    int height(int number) {
        return heights[number];
    }
}
