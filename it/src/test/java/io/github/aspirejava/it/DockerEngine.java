package io.github.aspirejava.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The container engine behind the Docker command line. */
final class DockerEngine {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private DockerEngine() {}

    /**
     * Pulls an image, runs it on the network of this machine with a free port in {@code PORT}, and waits until it
     * reports that it is ready.
     *
     * @param reference the reference of the image
     * @param ready matches the line that the application prints once it accepts requests
     */
    static Container run(String reference, Pattern ready) {
        return run(reference, ready, List.of());
    }

    /**
     * Runs an image in the same way, with more options of {@code docker run}.
     *
     * @param options the options, such as {@code --volume}
     */
    static Container run(String reference, Pattern ready, List<String> options) {
        docker("pull", "--quiet", reference);
        String name = "aspire-it-" + UUID.randomUUID();
        int port = LocalHttp.freePort();
        List<String> command =
                new ArrayList<>(List.of("run", "--rm", "--name", name, "--network", "host", "--env", "PORT=" + port));
        command.addAll(options);
        command.add(reference);
        RunningProcess process = start(command.toArray(String[]::new));
        Container container = new Container(name, port, process);
        try {
            process.awaitLine(ready, PATIENCE);
            return container;
        } catch (IllegalStateException e) {
            container.close();
            throw e;
        }
    }

    /** Builds an image of this name from a directory with a Dockerfile. */
    static void build(String name, Path context) {
        docker("build", "--quiet", "--tag", name, context.toString());
    }

    private static void docker(String... arguments) {
        try (RunningProcess process = start(arguments)) {
            if (process.exitCode(PATIENCE) != 0) {
                throw new IllegalStateException(
                        "docker " + Arrays.toString(arguments) + " failed:\n" + String.join("\n", process.lines()));
            }
        }
    }

    /** Returns the output of a command. */
    static List<String> output(String... arguments) {
        try (RunningProcess process = start(arguments)) {
            if (process.exitCode(PATIENCE) != 0) {
                throw new IllegalStateException(
                        "docker " + Arrays.toString(arguments) + " failed:\n" + String.join("\n", process.lines()));
            }
            return process.lines();
        }
    }

    /** Returns the description of a container or another object. */
    static JsonNode inspect(String name) {
        try {
            return JSON.readTree(String.join("\n", output("inspect", name))).path(0);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningProcess start(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return RunningProcess.start(new ProcessBuilder(command));
    }

    /**
     * A running container. Closing removes it.
     *
     * @param name the name of the container
     * @param port the port that it listens on
     * @param process the process of the command line that is attached to it
     */
    record Container(String name, int port, RunningProcess process) implements AutoCloseable {

        /** Returns the answer to an HTTP GET, which has to be 200. */
        String get(String path) {
            return LocalHttp.get(port, path);
        }

        /** Asks it to stop, and waits for its end. */
        void stop() {
            docker("stop", name);
            process.exitCode(PATIENCE);
        }

        @Override
        public void close() {
            try (process) {
                docker("rm", "--force", name);
            }
        }
    }
}
