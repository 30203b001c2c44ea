package io.github.aspirejava.maven.session;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Resource;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.oci.layout.LayoutReference;
import io.github.aspirejava.run.StepException;
import io.github.aspirejava.steps.Step;
import io.github.aspirejava.steps.StepGraph;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses, when Maven is offline, steps that need a network. Maven itself would leave out a goal of the lifecycle that
 * declares this of itself, and say nothing: the build would be a success without images. Image layouts and base images
 * on disk need no network.
 */
final class OfflineCheck implements TargetCheck {
    private final AppModel model;
    private final StepGraph graph;

    OfflineCheck(AppModel model, StepGraph graph) {
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

    private static Optional<String> refusal(Step step, Resource resource) {
        return switch (step.kind()) {
            case LOGIN_TO_REGISTRY ->
                resource instanceof OciLayout
                        ? Optional.empty()
                        : Optional.of(
                                "%s: Maven is offline, and the registry '%s' needs a network. Run without -o, or push into an <ociLayout>, or skip this with -Daspire.skip."
                                        .formatted(resource.origin(), resource.name()));
            case BUILD_JAVA_APP -> baseImage((JavaApp) resource);
            default ->
                step.tags().contains("provision-infra")
                        ? Optional.of(
                                "%s: Maven is offline, and '%s' is provisioned through a network. Run without -o, or skip this with -Daspire.skip."
                                        .formatted(resource.origin(), resource.name()))
                        : Optional.empty();
        };
    }

    private static Optional<String> baseImage(JavaApp app) {
        return app.baseImage()
                .value()
                .filter(image -> !image.equals("scratch") && !LayoutReference.isLayout(image))
                .map(image ->
                        "%s: Maven is offline, and the base image %s of '%s' comes from a registry. Run without -o, or write <baseImage>oci:PATH</baseImage>."
                                .formatted(position(app), image, app.name()));
    }

    private static String position(JavaApp app) {
        Text image = app.baseImage();
        return (image.origin().line() == 0 ? app.origin() : image.origin()).toString();
    }
}
