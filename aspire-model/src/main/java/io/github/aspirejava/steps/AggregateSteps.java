package io.github.aspirejava.steps;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Names for many steps at once: the targets of goals. */
final class AggregateSteps {
    private AggregateSteps() {}

    static List<Step> over(List<Step> steps) {
        return List.of(
                aggregate(
                        StepNames.BUILD,
                        steps,
                        hasTag("build-compute").or(AggregateSteps::isLoad),
                        "All images are built"),
                aggregate(
                        StepNames.PUSH,
                        steps,
                        hasTag("push-container-image").or(AggregateSteps::isLoad),
                        "All images are pushed"),
                aggregate(
                        StepNames.PROVISION,
                        steps,
                        hasTag("provision-infra").and(hasTag("deploy-compute").negate()),
                        "All registries and environments are provisioned"),
                aggregate(StepNames.DEPLOY, steps, hasTag("deploy-compute"), "All services run"));
    }

    /**
     * Returns whether the step loads an image into this machine's engine: loading belongs to every goal that makes
     * images.
     */
    private static boolean isLoad(Step step) {
        return step.kind() == StepKind.LOAD_IMAGE;
    }

    private static Predicate<Step> hasTag(String tag) {
        return step -> step.kind().tags().contains(tag);
    }

    private static Step aggregate(String name, List<Step> steps, Predicate<Step> members, String description) {
        Set<String> names = new TreeSet<>();
        steps.stream().filter(members).map(Step::name).forEach(names::add);
        return Step.of(name, StepKind.AGGREGATE, names, description);
    }
}
