package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Podman's API, served for one test from images of its own. */
final class PodmanService implements AutoCloseable {
    /**
     * The runtime for the commands of a build. Podman's default, crun, refuses machines that have controllers in
     * cgroups of both versions; runc runs on those, and on machines with only one version.
     */
    static final String RUNTIME = "runc";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RunningProcess process;
    private final Path socket;
    private final Path storage;
    private final Path runRoot;

    private PodmanService(RunningProcess process, Path socket, Path storage, Path runRoot) {
        this.process = process;
        this.socket = socket;
        this.storage = storage;
        this.runRoot = runRoot;
    }

    static PodmanService start() {
        Path directory = Workspace.newDirectory("podman");
        Path socket = directory.resolve("podman.sock");
        Path storage = directory.resolve("root");
        Path registries = directory.resolve("registries.conf");
        Path runRoot;
        try {
            // It may have 50 characters at most.
            runRoot = Files.createTempDirectory("podman-");
            // Registries of this machine use plain HTTP.
            Files.writeString(registries, "[[registry]]\nlocation = \"127.0.0.1\"\ninsecure = true\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ProcessBuilder builder = new ProcessBuilder(
                "podman",
                "--log-level=info",
                "--runtime",
                RUNTIME,
                "--root",
                storage.toString(),
                "--runroot",
                runRoot.toString(),
                "system",
                "service",
                "--time=0",
                "unix://" + socket);
        builder.environment().put("CONTAINERS_REGISTRIES_CONF", registries.toString());
        RunningProcess process = RunningProcess.start(builder);
        process.awaitLine(Pattern.compile("API service listening on"), PATIENCE);
        return new PodmanService(process, socket, storage, runRoot);
    }

    String host() {
        return "unix://" + socket;
    }

    @Override
    public void close() {
        process.close();
        // Podman leaves its storage mounted on itself, which would make it impossible to delete.
        try (RunningProcess umount = RunningProcess.start(new ProcessBuilder(
                "umount", "--lazy", storage.resolve("overlay").toString()))) {
            umount.exitCode(PATIENCE);
        }
        try (Stream<Path> files = Files.walk(runRoot)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
