package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.DockerCompose;
import io.github.aspirejava.app.Environment;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The steps that run services in a container engine. There is no barrier: the container of a service is created as soon
 * as its own image is there, and the services that it waits for are healthy.
 */
final class ComposeSteps {
    private final AppModel model;
    private final Consumer<Step> steps;

    private ComposeSteps(AppModel model, Consumer<Step> steps) {
        this.model = model;
        this.steps = steps;
    }

    static void plan(AppModel model, Consumer<Step> steps) {
        ComposeSteps planner = new ComposeSteps(model, steps);
        for (Environment environment : model.environments()) {
            if (environment instanceof DockerCompose compose) {
                planner.planEnvironment(compose);
            }
        }
    }

    /**
     * Returns whether the image of {@code service} gets into the engine that runs it by being loaded: no registry has
     * it that the engine could pull it from, and the engine has not built it itself.
     */
    static boolean isLoadedToRun(AppModel model, BuiltService service) {
        return service.isPushed()
                && !service.needsEngine()
                && model.environmentOf(service)
                        .filter(DockerCompose.class::isInstance)
                        .isPresent()
                && pulledFrom(model, service).isEmpty();
    }

    private static Optional<Registry> pulledFrom(AppModel model, Service service) {
        return model.registryOf(service).filter(registry -> !(registry instanceof OciLayout));
    }

    private void planEnvironment(DockerCompose compose) {
        String name = compose.name();
        Set<String> parameters = Set.of(StepNames.PROCESS_PARAMETERS);
        steps.accept(Step.of(
                StepNames.publish(compose),
                StepKind.PUBLISH_COMPOSE,
                name,
                parameters,
                "Write the Compose file of %s".formatted(name)));
        steps.accept(Step.of(
                StepNames.prepare(compose),
                StepKind.PREPARE_COMPOSE,
                name,
                Set.of(StepNames.CHECK_CONTAINER_RUNTIME),
                "Create the network and the secrets of %s".formatted(name)));
        Set<String> summaries = new TreeSet<>(Set.of(StepNames.prepare(compose)));
        for (Service service : model.deployedTo(compose)) {
            planService(service, compose);
            summaries.add(StepNames.summary(service));
        }
        steps.accept(Step.of(
                StepNames.up(compose),
                StepKind.COMPOSE_UP,
                name,
                summaries,
                "Remove the containers of %s that the model no longer has".formatted(name)));
        steps.accept(Step.of(
                StepNames.down(compose),
                StepKind.COMPOSE_DOWN,
                name,
                Set.of(StepNames.CHECK_CONTAINER_RUNTIME),
                "Remove the containers and the network of %s".formatted(name)));
    }

    private void planService(Service service, DockerCompose compose) {
        String name = service.name();
        Set<String> before = new TreeSet<>(Set.of(StepNames.prepare(compose)));
        if (pulledFrom(model, service).isPresent()) {
            before.add(StepNames.push(name));
        } else if (service instanceof BuiltService built) {
            before.add(built.needsEngine() ? StepNames.build(name) : StepNames.load(name));
        }
        for (Reference awaited : service.deployment().replicas().waitFor()) {
            before.add(StepNames.await(awaited.name()));
        }
        steps.accept(Step.of(
                StepNames.container(service),
                StepKind.PROVISION_CONTAINER,
                name,
                before,
                "Run %s in %s".formatted(name, compose.name())));
        steps.accept(Step.of(
                StepNames.await(name),
                StepKind.AWAIT_SERVICE,
                name,
                Set.of(StepNames.container(service)),
                "Wait until %s is healthy".formatted(name)));
        steps.accept(Step.of(
                StepNames.summary(service),
                StepKind.PRINT_SUMMARY,
                name,
                Set.of(StepNames.await(name)),
                "Print the addresses of %s".formatted(name)));
        steps.accept(Step.of(
                StepNames.deploy(name),
                StepKind.AGGREGATE,
                name,
                Set.of(StepNames.summary(service)),
                "%s runs".formatted(name)));
    }
}
