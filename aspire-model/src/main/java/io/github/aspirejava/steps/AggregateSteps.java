package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Names for many steps at once: the targets of goals. */
final class AggregateSteps {
    private AggregateSteps() {}

    static List<Step> over(List<Step> steps, AppModel model) {
        Predicate<Step> load = step -> isLoad(step, model);
        return List.of(
                aggregate(StepNames.BUILD, steps, hasTag("build-compute").or(load), "All images are built"),
                aggregate(StepNames.PUSH, steps, hasTag("push-container-image").or(load), "All images are pushed"),
                aggregate(
                        StepNames.PROVISION,
                        steps,
                        hasTag("provision-infra").and(hasTag("deploy-compute").negate()),
                        "All registries and environments are provisioned"),
                aggregate(StepNames.DEPLOY, steps, hasTag("deploy-compute"), "All services run"),
                aggregate(
                        StepNames.PUBLISH,
                        steps,
                        AggregateSteps::isPublish,
                        "The files of all environments are written"));
    }

    /**
     * Returns whether the step loads an image into this machine's engine because the model says so: such a step belongs
     * to every goal that makes images. One that serves a deployment only belongs to that.
     */
    private static boolean isLoad(Step step, AppModel model) {
        return step.kind() == StepKind.LOAD_IMAGE
                && step.resource(model, BuiltService.class).isLoaded();
    }

    private static boolean isPublish(Step step) {
        return step.kind() == StepKind.PUBLISH || step.kind() == StepKind.PUBLISH_COMPOSE;
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
