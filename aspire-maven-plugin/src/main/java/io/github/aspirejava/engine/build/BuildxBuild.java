package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.dockerfile.DockerIgnore;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.image.EngineImages;
import io.github.aspirejava.engine.image.LayoutImage;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Builds by BuildKit, through Docker's command line: docker-java does not support its protocol. The image is written to
 * an image layout, with all attestations of BuildKit, and pushed from there; or, if the builder is the engine's own and
 * the engine does not support layouts, to the engine.
 */
final class BuildxBuild {
    private final Buildx buildx;
    private final EngineImages images;
    private final Map<String, Credentials> credentials;
    private final Cancellation cancellation;

    /**
     * @param credentials the credentials with which BuildKit reads images, by the registries' keys in Docker's settings
     */
    BuildxBuild(Buildx buildx, EngineImages images, Map<String, Credentials> credentials, Cancellation cancellation) {
        this.buildx = buildx;
        this.images = images;
        this.credentials = credentials;
        this.cancellation = cancellation;
    }

    /**
     * Builds for all platforms at once.
     *
     * @param directory the directory of the layout; it is recreated
     */
    ImageContent build(DockerfileBuild build, ContainerEngine engine, Path directory, BuildLog log)
            throws IOException, InterruptedException, StepException {
        if (writesLayouts(engine)) {
            clear(directory);
            run(build, directory, engine, List.of("--output", "type=oci,tar=false,dest=" + directory), log);
            return LayoutImage.read(directory, build.platforms());
        }
        if (build.platforms().size() > 1) {
            throw new StepException(
                    "%s: Docker's default builder builds %s for a single platform only. Create another builder: docker buildx create --use"
                            .formatted(build.origin(), build.service()));
        }
        Path id = images.newFile();
        try (EngineImages.ExportRequest order = images.order(engine, cancellation)) {
            List<String> output = new ArrayList<>(List.of("--load", "--iidfile", id.toString()));
            build.names().forEach(name -> output.addAll(List.of("--tag", name)));
            run(build, directory, engine, output, log);
            return order.read(Digest.parse(Files.readString(id).strip()), build.oci(), build.registry());
        } finally {
            Files.deleteIfExists(id);
        }
    }

    private void run(DockerfileBuild build, Path directory, ContainerEngine engine, List<String> output, BuildLog log)
            throws IOException, InterruptedException {
        Path files = directory.resolveSibling(directory.getFileName() + ".build");
        Path copied = directory.resolveSibling(directory.getFileName() + ".context");
        try (DockerConfigCopy configuration =
                credentials.isEmpty() ? null : DockerConfigCopy.of(buildx.settings(), credentials)) {
            Path context = build.context().directory();
            if (build.context().hasTime()) {
                clear(copied);
                build.context().copyTo(copied, cancellation);
                context = copied;
            }
            Path dockerfile = dockerfile(build, files);
            BuildxCommand command =
                    BuildxCommand.of(build, dockerfile, context, engine.api().host(), output);
            Map<String, String> variables = new TreeMap<>(command.environment());
            if (configuration != null) {
                variables.putAll(configuration.variables(buildx.settings(), buildx.environment()));
            }
            List<String> errors = new ArrayList<>();
            int code = buildx.program(command.arguments(), variables)
                    .run(
                            line -> {
                                log.line(line);
                                if (line.startsWith("ERROR:")) {
                                    errors.add(log.shown(line.substring("ERROR:".length()))
                                            .strip());
                                }
                            },
                            cancellation);
            if (code != 0) {
                throw new BuildFailure(
                        errors.isEmpty()
                                ? "docker buildx ends with %d".formatted(code)
                                : errors.get(errors.size() - 1));
            }
        } finally {
            delete(copied);
        }
    }

    /**
     * Returns a copy of the Dockerfile, whose own {@code .dockerignore} excludes the files that belong to no context;
     * nothing, if the context has been copied without them.
     */
    private static Path dockerfile(DockerfileBuild build, Path directory) throws IOException {
        clear(directory);
        Path original = build.context().dockerfile();
        Path copy = directory.resolve(original.getFileName());
        Files.copy(original, copy);
        Files.write(
                directory.resolve(copy.getFileName() + DockerIgnore.NAME),
                build.context().hasTime() ? new byte[0] : build.context().ignore());
        return copy;
    }

    /**
     * Returns whether the builder writes layouts: the engine's own does so only if the engine keeps its images in
     * containerd's store.
     */
    private boolean writesLayouts(ContainerEngine engine) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        buildx.program(
                        List.of("buildx", "inspect"),
                        BuildxCommand.environment(engine.api().host()))
                .run(lines::add, cancellation);
        boolean own = lines.stream().map(String::strip).anyMatch(line -> line.matches("Driver:\\s+docker"));
        if (!own) {
            return true;
        }
        for (JsonNode pair : engine.api().get("/info").path("DriverStatus")) {
            if (pair.path(0).asText("").equals("driver-type")
                    && pair.path(1).asText("").startsWith("io.containerd.snapshotter")) {
                return true;
            }
        }
        return false;
    }

    private static void clear(Path directory) throws IOException {
        delete(directory);
        Files.createDirectories(directory);
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
