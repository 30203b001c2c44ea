package io.github.aspirejava.view;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import io.github.aspirejava.steps.StepKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid</a> flowchart. Arrows lead from a step to its
 * dependents; aggregate steps are rounded, targets have thick borders. Nodes are numbered, because Mermaid reserves
 * some words.
 */
final class MermaidView implements PlanView {
    @Override
    public String render(StepGraph graph, List<String> targets) {
        StringBuilder out = new StringBuilder("flowchart LR\n");
        Map<String, String> ids = new HashMap<>();
        for (Step step : graph.steps()) {
            String id = "s" + ids.size();
            ids.put(step.name(), id);
            String form = step.kind() == StepKind.AGGREGATE ? "  %s([\"%s\"])\n" : "  %s[\"%s\"]\n";
            out.append(form.formatted(id, escape(step.name())));
        }
        for (Step step : graph.steps()) {
            for (String dependency : step.dependsOn()) {
                out.append("  %s --> %s\n".formatted(ids.get(dependency), ids.get(step.name())));
            }
        }
        out.append("  classDef target stroke-width:3px\n");
        for (Step step : graph.steps()) {
            if (targets.contains(step.name())) {
                out.append("  class %s target\n".formatted(ids.get(step.name())));
            }
        }
        return out.toString();
    }

    private static String escape(String name) {
        return name.replace("#", "#35;").replace("\"", "#quot;");
    }
}
