package io.github.aspirejava.engine.build;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.engine.api.ContainerEngine;
import io.github.aspirejava.engine.api.EngineKind;
import io.github.aspirejava.oci.credential.SearchPath;
import io.github.aspirejava.process.Ending;
import io.github.aspirejava.process.Program;
import io.github.aspirejava.process.Variables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Docker's command line with the plugin buildx, by which alone BuildKit can be used. */
final class Buildx {
    private final Path docker;
    private final Map<String, String> environment;
    private final DockerSettings settings;

    private Buildx(Path docker, Map<String, String> environment) {
        this.docker = docker;
        this.environment = environment;
        this.settings = new DockerSettings(environment);
    }

    /** Finds the command line; empty if there is none, or it has no buildx. */
    static Optional<Buildx> find(Map<String, String> environment, Cancellation cancellation)
            throws IOException, InterruptedException {
        Optional<Path> docker = new SearchPath(environment).find("docker");
        if (docker.isEmpty()) {
            return Optional.empty();
        }
        Buildx buildx = new Buildx(docker.get(), environment);
        int code = buildx.program(List.of("buildx", "version"), Map.of()).run(line -> {}, cancellation);
        return code == 0 ? Optional.of(buildx) : Optional.empty();
    }

    /**
     * Returns whether an engine's images are built by BuildKit wherever that is possible, as {@code docker build} does.
     */
    static boolean isWanted(ContainerEngine engine, Map<String, String> environment) {
        String set = environment.getOrDefault("DOCKER_BUILDKIT", "").strip();
        return engine.kind() == EngineKind.DOCKER && !set.equals("0") && !set.equalsIgnoreCase("false");
    }

    /** Returns the configuration directory of the command line. */
    DockerSettings settings() {
        return settings;
    }

    /** Returns the environment of the command line. */
    Map<String, String> environment() {
        return environment;
    }

    /** Returns a command that can tell BuildKit, when the run is cancelled, to end the build. */
    Program program(List<String> arguments, Map<String, String> variables) {
        Variables own = new Variables(environment);
        // An address would take precedence over a context.
        return Program.of(
                        docker,
                        arguments,
                        (variables.containsKey("DOCKER_CONTEXT") ? own.without(List.of("DOCKER_HOST")) : own)
                                .with(variables))
                .endedBy(Ending.REQUESTED);
    }
}
