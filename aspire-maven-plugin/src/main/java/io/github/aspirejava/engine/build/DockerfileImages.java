package io.github.aspirejava.engine.build;

import io.github.aspirejava.dockerfile.Instructions;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.image.EngineImages;
import io.github.aspirejava.engine.image.PlatformIndex;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.run.StepContext;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds images from Dockerfiles, and reads them out of the engine for pushing. */
public final class DockerfileImages {
    private static final int SHORTEST_MASKED_LINE = 6;

    private final EngineImages images;
    private final RegistryLogins logins;
    private final Path logs;
    private final Path startedIn;
    private final Map<String, String> environment;
    private Optional<Buildx> buildx = Optional.empty();
    private boolean searched;

    /**
     * Creates an instance for the engine that a step has found.
     *
     * @param access the credentials with which the engine reads base images
     * @param logs the directory for the logs of builds: {@code build-SERVICE.log}
     * @param startedIn the directory that paths in messages are relative to
     * @param environment the environment of Docker's command line, which alone supports BuildKit
     */
    public DockerfileImages(
            EngineImages images, ModelAccess access, Path logs, Path startedIn, Map<String, String> environment) {
        this.images = images;
        this.logins = new RegistryLogins(access);
        this.logs = logs;
        this.startedIn = startedIn;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Returns the image of a Dockerfile, built unless the engine has it in its cache.
     *
     * @param context the step, which receives the progress
     * @throws StepException if it cannot be built; the message names the POM's line, the Dockerfile's, and the last
     *     output of the engine
     */
    public ImageContent build(DockerfileBuild build, ContainerEngine engine, StepContext context) throws StepException {
        check(build);
        Path file = logs.resolve("build-%s.log".formatted(build.service()));
        try (BuildLog log = new BuildLog(file, secrets(build), context::progress)) {
            try {
                ImageContent image = image(build, engine, context, log);
                context.progress("%s with %d blobs, %,d bytes"
                        .formatted(
                                image.root().descriptor().digest(),
                                image.blobs().size(),
                                image.size()));
                return image;
            } catch (BuildFailure e) {
                throw new StepException(failure(build, log, e), e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepException(
                    "%s: The build of %s was interrupted.".formatted(build.origin(), build.service()), e);
        } catch (IOException e) {
            throw new StepException(
                    "%s: The image of %s cannot be built by %s: %s"
                            .formatted(build.origin(), build.service(), engine, Reason.of(e)),
                    e);
        }
    }

    private ImageContent image(DockerfileBuild build, ContainerEngine engine, StepContext context, BuildLog log)
            throws IOException, StepException, InterruptedException {
        Optional<String> reason =
                BuildKit.reason(build, engine, shown(build.context().dockerfile()));
        Map<String, Credentials> credentials = logins.of(build);
        if (reason.isPresent() || Buildx.isWanted(engine, environment)) {
            Optional<Buildx> found = buildx(context);
            if (found.isPresent()) {
                return new BuildxBuild(found.get(), images, credentials, context.cancellation())
                        .build(build, engine, logs.resolve("engine").resolve(build.service()), log);
            }
            if (reason.isPresent()) {
                throw BuildKit.missing(reason.get());
            }
        }
        Map<String, String> arguments =
                new DockerSettings(environment).withProxies(engine.api().host().text(), build.arguments());
        ApiBuild builder = new ApiBuild(engine, arguments, credentials, context.cancellation());
        List<ImageContent> built = new ArrayList<>();
        for (Platform platform : build.platforms()) {
            try (EngineImages.ExportRequest order = images.order(engine, context.cancellation())) {
                Digest id = builder.build(build, platform, log);
                built.add(order.read(id, build.oci(), build.registry()));
            }
        }
        return PlatformIndex.of(built, build.oci());
    }

    private synchronized Optional<Buildx> buildx(StepContext context) throws IOException, InterruptedException {
        if (!searched) {
            buildx = Buildx.find(environment, context.cancellation());
            searched = true;
        }
        return buildx;
    }

    private static List<String> secrets(DockerfileBuild build) throws IOException {
        List<String> secrets = new ArrayList<>();
        for (SecretInput secret : build.secrets()) {
            List<String> lines = new String(secret.content(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .map(String::strip)
                    .toList();
            // A short line of many says nothing about the secret, and is part of other texts.
            lines.stream()
                    .filter(line -> lines.size() == 1 || line.length() >= SHORTEST_MASKED_LINE)
                    .forEach(secrets::add);
        }
        return secrets;
    }

    private void check(DockerfileBuild build) throws StepException {
        if (!Files.isDirectory(build.context().directory())) {
            throw new StepException(
                    "%s: The context of %s, %s, is not a directory. Write the path of a directory into <context>."
                            .formatted(
                                    build.origin(),
                                    build.service(),
                                    shown(build.context().directory())));
        }
        if (!Files.isRegularFile(build.context().dockerfile())) {
            throw new StepException("%s: There is no Dockerfile %s for %s. Write its path into <file>."
                    .formatted(build.origin(), shown(build.context().dockerfile()), build.service()));
        }
    }

    private String failure(DockerfileBuild build, BuildLog log, BuildFailure failure) {
        BuildPosition position = log.position();
        Optional<Integer> line = position.instruction()
                .flatMap(text -> Instructions.of(build.context().dockerfile()).line(text, position.times()));
        String place =
                shown(build.context().dockerfile()) + line.map(":%d"::formatted).orElse("");
        StringBuilder text = new StringBuilder("%s: The image of %s cannot be built: %s: %s."
                .formatted(build.origin(), build.service(), place, log.shown(String.valueOf(failure.getMessage()))));
        List<String> last = position.last().stream()
                .filter(said -> !said.contains(String.valueOf(failure.getMessage())))
                .toList();
        text.append(" The full output of the engine is in %s".formatted(shown(log.file())));
        if (!last.isEmpty()) {
            text.append(", and last\n  ").append(String.join("\n  ", last));
        }
        return text.toString();
    }

    private String shown(Path path) {
        return path.startsWith(startedIn) ? startedIn.relativize(path).toString() : path.toString();
    }
}
