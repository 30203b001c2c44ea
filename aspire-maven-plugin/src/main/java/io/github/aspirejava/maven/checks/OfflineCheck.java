package io.github.aspirejava.maven.checks;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.oci.layout.LayoutReference;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses, when Maven is offline, steps that need a network. Maven itself would silently omit a goal of the lifecycle
 * that declares this requirement: the build would succeed without images. Image layouts and base images on disk need no
 * network.
 */
public final class OfflineCheck implements TargetCheck {
    private final AppModel model;
    private final StepGraph graph;

    public OfflineCheck(AppModel model, StepGraph graph) {
        this.model = model;
        this.graph = graph;
    }

    @Override
    public void check(Collection<String> targets) throws StepException {
        Set<String> refused = new TreeSet<>();
        for (Step step : graph.closure(targets).steps()) {
            step.resource()
                    .flatMap(model::resource)
                    .flatMap(resource -> refusal(step, resource))
                    .ifPresent(refused::add);
        }
        if (!refused.isEmpty()) {
            throw new StepException(String.join("\n", refused));
        }
    }

    private Optional<String> refusal(Step step, Resource resource) {
        return switch (step.kind()) {
            case LOGIN_TO_REGISTRY ->
                resource instanceof OciLayout
                        ? Optional.empty()
                        : Optional.of(
                                "%s: Maven is offline, and the registry '%s' requires network access. Run without -o, or push into an <ociLayout>, or skip this with -Daspire.skip."
                                        .formatted(resource.origin(), resource.name()));
            case BUILD_JAVA_APP -> baseImage((JavaApp) resource).or(() -> files((JavaApp) resource));
            case BUILD_DOCKERFILE -> files((BuiltService) resource);
            case BUILD_VITE_APP, BUILD_VITE_APP_IN_ENGINE ->
                ((ViteApp) resource)
                        .server()
                        .flatMap(server -> fromRegistry(resource, server.image(), "server", "image"))
                        .or(() -> files((ViteApp) resource));
            case MIRROR_IMAGE -> prebuilt((Container) resource, resource);
            default ->
                step.tags().contains("provision-infra")
                        ? Optional.of(
                                "%s: Maven is offline, and provisioning '%s' requires network access. Run without -o, or skip this with -Daspire.skip."
                                        .formatted(resource.origin(), resource.name()))
                        : Optional.empty();
        };
    }

    private static Optional<String> baseImage(JavaApp app) {
        return app.baseImage().isPresent()
                ? fromRegistry(app, app.baseImage().get(), "base image", "baseImage")
                : Optional.of(
                        "%s: Maven is offline, and the default base image of '%s' comes from a registry. Run without -o, or write <baseImage>oci:PATH</baseImage>."
                                .formatted(app.origin(), app.name()));
    }

    private static Optional<String> fromRegistry(Resource service, Text image, String what, String element) {
        return image.value()
                .filter(name -> !name.equals("scratch") && !LayoutReference.isLayout(name))
                .map(name ->
                        "%s: Maven is offline, and the %s %s of '%s' comes from a registry. Run without -o, or write <%s>oci:PATH</%s>."
                                .formatted(position(service, image), what, name, service.name(), element, element));
    }

    /** Returns a description if the files of a prebuilt image have to be read from its registry. */
    private Optional<String> files(BuiltService service) {
        return service.files().stream()
                .map(file -> model.resource(file.from().name()).orElseThrow())
                .filter(Container.class::isInstance)
                .map(from -> prebuilt((Container) from, service))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> prebuilt(Container container, Resource user) {
        return Optional.of(
                "%s: Maven is offline, and the image %s, which '%s' needs, comes from a registry. Run without -o, or skip this with -Daspire.skip."
                        .formatted(position(container, container.source()), container.source(), user.name()));
    }

    private static String position(Resource resource, Text image) {
        return (image.origin().line() == 0 ? resource.origin() : image.origin()).toString();
    }
}
