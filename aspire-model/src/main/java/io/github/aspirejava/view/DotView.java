package io.github.aspirejava.view;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.util.List;

/**
 * A directed graph in Graphviz's <a href="https://graphviz.org/doc/info/lang.html">DOT language</a>. Arrows lead from a
 * step to its dependents; aggregate steps are ellipses, targets are bold.
 */
final class DotView implements PlanView {
    @Override
    public String render(StepGraph graph, List<String> targets) {
        StringBuilder out = new StringBuilder("digraph plan {\n  rankdir=LR;\n  node [shape=box];\n");
        for (Step step : graph.steps()) {
            out.append("  %s [tooltip=%s%s%s];\n"
                    .formatted(
                            quote(step.name()),
                            quote(step.description()),
                            step.kind() == StepKind.AGGREGATE ? ", shape=ellipse" : "",
                            targets.contains(step.name()) ? ", style=bold" : ""));
        }
        for (Step step : graph.steps()) {
            for (String dependency : step.dependsOn()) {
                out.append("  %s -> %s;\n".formatted(quote(dependency), quote(step.name())));
            }
        }
        return out.append("}\n").toString();
    }

    private static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
