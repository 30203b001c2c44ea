package io.github.aspirejava.fakes.registry;

import io.github.aspirejava.image.RegistryHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docker-registry}, the reference implementation, on a port of the loopback interface that the system chooses.
 */
public final class ReferenceRegistry implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:[0-9]+)");

    private final Process process;
    private final RegistryHost host;

    private ReferenceRegistry(Process process) throws IOException {
        this.process = process;
        this.host = RegistryHost.parse(firstMatch(process.getInputStream()));
        // The output has to be read, or the registry blocks once the pipe is full.
        Thread drain = new Thread(() -> drain(process.getInputStream()), "registry-log");
        drain.setDaemon(true);
        drain.start();
    }

    /** Starts an empty registry that keeps its files below the build directory; see {@link Tool#require}. */
    public static ReferenceRegistry start() throws IOException {
        Tool registry = Tool.require("docker-registry");
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "docker-registry");
        Path configuration =
                Files.writeString(directory.resolve("registry.yml"), """
                version: 0.1
                log: {level: info}
                storage: {filesystem: {rootdirectory: '%s'}}
                http: {addr: '127.0.0.1:0', secret: fixture}
                """.formatted(directory.resolve("data")));
        return new ReferenceRegistry(registry.start("serve", configuration.toString()));
    }

    /** Returns the address that it listens at. */
    public RegistryHost host() {
        return host;
    }

    /** Stops it, and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String firstMatch(InputStream output) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The registry has ended: " + seen);
    }

    private static void drain(InputStream output) {
        try {
            output.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The registry was stopped.
        }
    }
}
