package io.github.aspirejava.engine;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.Dockerfile;
import io.github.aspirejava.app.ImageSettings.Format;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.RareBuildOptions;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.engine.build.DockerfileBuild;
import io.github.aspirejava.engine.build.DockerfileImages;
import io.github.aspirejava.engine.build.EngineOptions;
import io.github.aspirejava.engine.build.SecretInput;
import io.github.aspirejava.engine.context.BuildContext;
import io.github.aspirejava.engine.context.ForeignFiles;
import io.github.aspirejava.engine.image.LocalNames;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.DockerForm;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the image of a service that has a Dockerfile. */
final class BuildDockerfileAction implements StepAction {
    private final AppModel model;
    private final DockerfileImages images;
    private final Path baseDirectory;
    private final Path generated;
    private final Optional<Instant> time;
    private final ForeignFiles foreign;

    /**
     * Creates the action for one model.
     *
     * @param generated the directory that Dockerfiles of the model are written to
     * @param time the modification time of all files in contexts; each file's own if empty
     * @param foreign the files that belong to no context
     */
    BuildDockerfileAction(
            AppModel model,
            DockerfileImages images,
            Path baseDirectory,
            Path generated,
            Optional<Instant> time,
            ForeignFiles foreign) {
        this.model = model;
        this.images = images;
        this.baseDirectory = baseDirectory;
        this.generated = generated;
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

    private DockerfileBuild build(Dockerfile service, ContainerEngine engine) throws StepException {
        Path directory = baseDirectory.resolve(service.context().require());
        Path file = service.content().isPresent()
                ? written(service, service.content().get())
                : directory.resolve(service.file().require());
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
                .cacheFrom(texts(service.options().cacheFrom()))
                .secrets(SecretInput.of(service.buildSecrets(), baseDirectory))
                .options(options(service.options().rare()))
                .names(LocalNames.of(model, service))
                .oci(oci)
                .registry(model.registryOf(service)
                        .filter(ContainerRegistry.class::isInstance)
                        .flatMap(registry ->
                                ((ContainerRegistry) registry).endpoint().value())
                        .map(RegistryHost::parse))
                .build();
    }

    /** Writes a Dockerfile of the model to a file, by whose lines engines report errors. */
    private Path written(Dockerfile service, String content) throws StepException {
        Path file = generated.resolve(service.name()).resolve("Dockerfile");
        try {
            Files.createDirectories(generated.resolve(service.name()));
            return Files.writeString(file, content.concat("\n"));
        } catch (IOException e) {
            throw new StepException(
                    "%s: The Dockerfile of %s cannot be written: %s. Make %s writable."
                            .formatted(service.origin(), service.name(), Reason.of(e), generated),
                    e);
        }
    }

    private EngineOptions options(RareBuildOptions rare) {
        Map<String, String> contexts = values(rare.contexts());
        contexts.replaceAll((name, from) ->
                isRemote(from) ? from : baseDirectory.resolve(from).toString());
        return EngineOptions.builder()
                .noCache(rare.noCache())
                .cacheTo(texts(rare.cacheTo()))
                .addHosts(values(rare.addHosts()))
                .shmSize(rare.shmSize().map(Text::require))
                .ssh(texts(rare.ssh()))
                .contexts(contexts)
                .provenance(rare.provenance().map(Text::require).filter(wanted -> !wanted.equals("false")))
                .sbom(rare.sbom())
                .build();
    }

    /** Returns whether a context is no directory: an address, or a repository behind SSH. */
    private static boolean isRemote(String context) {
        return context.contains("://") || context.startsWith("git@") || context.startsWith("target:");
    }

    private static List<String> texts(List<Text> texts) {
        return texts.stream().map(Text::require).toList();
    }

    private static Map<String, String> values(Map<String, Text> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> values.put(name, text.require()));
        return values;
    }
}
