package io.github.aspirejava.view;

import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan as JSON, for other tools. A step without a resource has no {@code resource} member. */
final class JsonView implements PlanView {
    @Override
    public String render(StepGraph graph, List<String> targets) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("targets", targets);
        plan.put(
                "steps",
                graph.steps().stream()
                        .map(step -> step(step, graph.level(step.name())))
                        .toList());
        return JsonWriter.pretty(plan);
    }

    private static Map<String, Object> step(Step step, int level) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", step.name());
        members.put("kind", step.kind().name());
        step.resource().ifPresent(resource -> members.put("resource", resource));
        members.put("dependsOn", step.dependsOn());
        members.put("tags", step.tags());
        members.put("description", step.description());
        members.put("level", level);
        return members;
    }
}
