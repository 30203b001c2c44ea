package io.github.aspirejava.steps;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings.Release;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The steps of images: each is built and pushed as soon as its own modules and its own registry are ready. */
final class ImageSteps {
    private ImageSteps() {}

    static void plan(AppModel model, PlanScope scope, Consumer<Step> steps) {
        Set<String> built =
                model.builtServices().stream().map(BuiltService::name).collect(Collectors.toSet());
        Set<String> release = model.settings().release() == Release.TOGETHER ? release(model, scope) : Set.of();
        for (BuiltService service : model.builtServices()) {
            planBuild(model, service, scope, built, steps);
        }
        for (Service service : model.services()) {
            Set<String> others = scope.released().contains(service.name()) ? release : Set.of();
            model.registryOf(service).ifPresent(registry -> planPush(model, service, registry, others, steps));
        }
    }

    /** Returns the steps that every tag of a release waits for. */
    private static Set<String> release(AppModel model, PlanScope scope) {
        Set<String> release = model.services().stream()
                .filter(service -> scope.released().contains(service.name())
                        && model.registryOf(service).isPresent())
                .map(service -> StepNames.upload(service.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (scope.awaitsBuild()) {
            release.add(StepNames.AWAIT_BUILD);
        }
        return release;
    }

    private static void planBuild(
            AppModel model, BuiltService service, PlanScope scope, Set<String> built, Consumer<Step> steps) {
        Set<String> before = new TreeSet<>(Set.of(StepNames.PROCESS_PARAMETERS));
        if (scope.toPackage().contains(service.name())) {
            before.add(StepNames.PACKAGE);
        }
        if (service.needsEngine()) {
            before.add(StepNames.CHECK_CONTAINER_RUNTIME);
        }
        for (FileCopy file : service.files()) {
            String from = file.from().name();
            if (built.contains(from)) {
                before.add(StepNames.build(from));
            }
        }
        steps.accept(Step.of(
                StepNames.build(service.name()),
                buildKind(service),
                service.name(),
                before,
                "Build the image of %s%s".formatted(service.name(), origin(scope, service))));
        if (service.isLoaded() || ComposeSteps.isLoadedToRun(model, service)) {
            steps.accept(Step.of(
                    StepNames.load(service.name()),
                    StepKind.LOAD_IMAGE,
                    service.name(),
                    Set.of(StepNames.build(service.name()), StepNames.CHECK_CONTAINER_RUNTIME),
                    "Load the image of %s into the container engine".formatted(service.name())));
        }
    }

    /** Describes the source of an image, for human readers. */
    private static String origin(PlanScope scope, BuiltService service) {
        List<String> modules = scope.modules().getOrDefault(service.name(), List.of());
        if (modules.isEmpty()) {
            return "";
        }
        return (modules.size() == 1 ? " from module " : " from modules ") + String.join(", ", modules);
    }

    private static StepKind buildKind(BuiltService service) {
        if (service instanceof JavaApp) {
            return StepKind.BUILD_JAVA_APP;
        }
        if (service instanceof Dockerfile) {
            return StepKind.BUILD_DOCKERFILE;
        }
        return service.needsEngine() ? StepKind.BUILD_VITE_APP_IN_ENGINE : StepKind.BUILD_VITE_APP;
    }

    private static void planPush(
            AppModel model, Service service, Registry registry, Set<String> others, Consumer<Step> steps) {
        String name = service.name();
        steps.accept(
                service instanceof Container container
                        ? Step.of(
                                StepNames.upload(name),
                                StepKind.MIRROR_IMAGE,
                                name,
                                Set.of(StepNames.login(registry)),
                                "Copy the blobs of %s to %s".formatted(container.source(), registry.name()))
                        : Step.of(
                                StepNames.upload(name),
                                StepKind.UPLOAD_IMAGE,
                                name,
                                Set.of(StepNames.build(name), StepNames.login(registry)),
                                "Upload the blobs of %s to %s".formatted(name, registry.name())));
        Set<String> before = new TreeSet<>(others);
        before.add(StepNames.upload(name));
        steps.accept(Step.of(
                StepNames.push(name),
                StepKind.PUSH_IMAGE,
                name,
                before,
                "Push the manifest and tags of %s to %s%s".formatted(name, registry.name(), targets(model, service))));
    }

    /** Returns the references that are pushed, for people; none as long as they are not known, or have a secret. */
    private static String targets(AppModel model, Service service) {
        List<String> targets = model.pushTargets(service);
        return targets.isEmpty() ? "" : ": " + String.join(", ", targets);
    }
}
