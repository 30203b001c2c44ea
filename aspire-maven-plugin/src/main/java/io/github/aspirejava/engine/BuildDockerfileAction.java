package io.github.aspirejava.engine;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.BuildSecret;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.ImageSettings.Format;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.engine.build.DockerfileBuild;
import io.github.aspirejava.engine.build.DockerfileImages;
import io.github.aspirejava.engine.build.SecretInput;
import io.github.aspirejava.engine.context.BuildContext;
import io.github.aspirejava.engine.context.ForeignFiles;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.DockerForm;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds the image of a service that has a Dockerfile. */
final class BuildDockerfileAction implements StepAction {
    private final AppModel model;
    private final DockerfileImages images;
    private final Path baseDirectory;
    private final Optional<Instant> time;
    private final ForeignFiles foreign;

    /**
     * Creates the action for one model.
     *
     * @param time the modification time of all files in contexts; each file's own if empty
     * @param foreign the files that belong to no context
     */
    BuildDockerfileAction(
            AppModel model, DockerfileImages images, Path baseDirectory, Optional<Instant> time, ForeignFiles foreign) {
        this.model = model;
        this.images = images;
        this.baseDirectory = baseDirectory;
        this.time = time;
        this.foreign = foreign;
    }

    @Override
    public BuiltImage run(StepContext context) throws StepException {
        Dockerfile service = context.step().resource(model, Dockerfile.class);
        ContainerEngine engine = context.result(ContainerEngine.class);
        ImageContent image = images.build(build(service, engine), engine, context);
        return new BuiltImage(
                service.image().format().filter(Format.DOCKER::equals).isPresent()
                        ? DockerForm.of(image).orElse(image)
                        : image);
    }

    private DockerfileBuild build(Dockerfile service, ContainerEngine engine) {
        Path directory = baseDirectory.resolve(service.context().require());
        Path file = directory.resolve(service.file().require());
        // Readers of layouts such as skopeo do not support images of Docker's format there; Podman's images are in
        // OCI's format.
        boolean oci = engine.kind() == EngineKind.PODMAN
                || service.image().format().filter(Format.OCI::equals).isPresent()
                || model.registryOf(service).filter(OciLayout.class::isInstance).isPresent();
        BuildContext files = new BuildContext(directory, file, time, foreign);
        return DockerfileBuild.of(service.name(), service.origin(), files)
                .target(service.target().map(Text::require))
                .arguments(values(service.buildArguments()))
                .labels(values(service.options().labels()))
                .platforms(service.image().platforms())
                .pull(service.options().pull())
                .network(service.options().network().map(Text::require))
                .cacheFrom(service.options().cacheFrom().stream()
                        .map(Text::require)
                        .toList())
                .secrets(service.buildSecrets().stream().map(this::secret).toList())
                .names(LocalNames.of(model, service))
                .oci(oci)
                .registry(model.registryOf(service)
                        .filter(ContainerRegistry.class::isInstance)
                        .flatMap(registry ->
                                ((ContainerRegistry) registry).endpoint().value())
                        .map(RegistryHost::parse))
                .build();
    }

    private SecretInput secret(BuildSecret secret) {
        Text source = secret.source();
        return secret.kind() == BuildSecret.Kind.FILE
                ? SecretInput.in(baseDirectory.resolve(source.require()), secret.id(), source.origin())
                : SecretInput.of(secret.id(), source.origin(), new Secret(source.require()));
    }

    private static Map<String, String> values(Map<String, Text> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, text.require()));
        return values;
    }
}
