package io.github.aspirejava.view;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.List;
import java.util.stream.Collectors;

/** A line for each level, as in Aspire's simulation of a run: {@code [2] build-api | build-worker (parallel)}. */
final class LevelsView implements PlanView {
    @Override
    public String render(StepGraph graph, List<String> targets) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (List<Step> level : graph.levels()) {
            String names = level.stream().map(Step::name).collect(Collectors.joining(" | "));
            out.append("[%d] %s%s\n".formatted(number++, names, level.size() > 1 ? " (parallel)" : ""));
        }
        return out.toString();
    }
}
