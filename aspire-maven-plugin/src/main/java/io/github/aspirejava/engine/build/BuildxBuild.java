package io.github.aspirejava.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.dockerfile.DockerIgnore;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.image.EngineImages;
import io.github.aspirejava.engine.image.LayoutImage;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.process.Ending;
import io.github.aspirejava.process.Program;
import io.github.aspirejava.process.Variables;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds by BuildKit, through Docker's command line: docker-java does not support its protocol. The image is written to
 * an image layout, with all attestations of BuildKit, and pushed from there; or, if the builder is the engine's own and
 * the engine does not support layouts, to the engine.
 */
final class BuildxBuild {
    private final Path docker;
    private final EngineImages images;
    private final Cancellation cancellation;

    private BuildxBuild(Path docker, EngineImages images, Cancellation cancellation) {
        this.docker = docker;
        this.images = images;
        this.cancellation = cancellation;
    }

    /** Finds BuildKit, if Docker's command line has the plugin buildx. */
    static Optional<BuildxBuild> find(Optional<Path> docker, EngineImages images, Cancellation cancellation)
            throws IOException, InterruptedException {
        if (docker.isEmpty()) {
            return Optional.empty();
        }
        int code = command(docker.get(), List.of("buildx", "version"), Map.of()).run(line -> {}, cancellation);
        return code == 0 ? Optional.of(new BuildxBuild(docker.get(), images, cancellation)) : Optional.empty();
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
        Path dockerfile = dockerfile(build, directory.resolveSibling(directory.getFileName() + ".build"));
        BuildxCommand command = BuildxCommand.of(build, dockerfile, engine.api().host(), output);
        List<String> errors = new ArrayList<>();
        Program program = command(docker, command.arguments(), command.environment());
        int code = program.run(
                line -> {
                    log.line(line);
                    if (line.startsWith("ERROR:")) {
                        errors.add(log.shown(line.substring("ERROR:".length())).strip());
                    }
                },
                cancellation);
        if (code != 0) {
            throw new BuildFailure(
                    errors.isEmpty() ? "docker buildx ends with %d".formatted(code) : errors.get(errors.size() - 1));
        }
    }

    /**
     * Returns a copy of the Dockerfile, whose own {@code .dockerignore} excludes the files that belong to no context.
     */
    private static Path dockerfile(DockerfileBuild build, Path directory) throws IOException {
        clear(directory);
        Path original = build.context().dockerfile();
        Path copy = directory.resolve(original.getFileName());
        Files.copy(original, copy);
        Files.writeString(
                directory.resolve(copy.getFileName() + DockerIgnore.NAME),
                build.context().ignore());
        return copy;
    }

    /**
     * Returns whether the builder writes layouts: the engine's own does so only if the engine keeps its images in
     * containerd's store.
     */
    private boolean writesLayouts(ContainerEngine engine) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        command(
                        docker,
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

    /** Returns a command that can tell BuildKit, when the run is cancelled, to end the build. */
    private static Program command(Path docker, List<String> arguments, Map<String, String> variables) {
        return Program.of(docker, arguments, Variables.inherited().with(variables))
                .endedBy(Ending.REQUESTED);
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(directory);
    }
}
