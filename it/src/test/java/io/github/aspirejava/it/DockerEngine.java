package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The container engine that the Docker command line speaks to. */
final class DockerEngine {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private DockerEngine() {}

    /**
     * Pulls an image, runs it on the network of this machine with a free port in {@code PORT}, and waits until it says
     * that it is ready.
     *
     * @param reference the image
     * @param ready found in the line that the application writes once it can be asked
     */
    static Container run(String reference, Pattern ready) {
        docker("pull", "--quiet", reference);
        String name = "aspire-it-" + UUID.randomUUID();
        int port = freePort();
        RunningProcess process =
                start("run", "--rm", "--name", name, "--network", "host", "--env", "PORT=" + port, reference);
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

    /** What a command prints. */
    static List<String> output(String... arguments) {
        try (RunningProcess process = start(arguments)) {
            if (process.exitCode(PATIENCE) != 0) {
                throw new IllegalStateException(
                        "docker " + Arrays.toString(arguments) + " failed:\n" + String.join("\n", process.lines()));
            }
            return process.lines();
        }
    }

    private static RunningProcess start(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        return RunningProcess.start(new ProcessBuilder(command));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A running container. Closing removes it.
     *
     * @param name of the container
     * @param port on which it listens
     * @param process of the command line that is attached to it
     */
    record Container(String name, int port, RunningProcess process) implements AutoCloseable {

        /** The answer to an HTTP GET, which has to be 200. */
        String get(String path) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(PATIENCE)
                    .build();
            try {
                HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(request + " was answered with " + response.statusCode());
                }
                return response.body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try (process) {
                docker("rm", "--force", name);
            }
        }
    }
}
