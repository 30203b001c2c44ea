package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.fixture.Tool;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** The contract with {@code docker-registry}, the reference implementation, on a port that the system chooses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferenceRegistryTest extends RegistryContract {
    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:[0-9]+)");

    private Process process;
    private RegistryHost host;

    @BeforeAll
    void start(@TempDir(factory = UnderTarget.class) Path directory) throws IOException {
        Tool registry = Tool.require("docker-registry");
        Path configuration =
                Files.writeString(directory.resolve("registry.yml"), """
                version: 0.1
                log: {level: info}
                storage: {filesystem: {rootdirectory: '%s'}}
                http: {addr: '127.0.0.1:0'}
                """.formatted(directory.resolve("data")));
        process = registry.start("serve", configuration.toString());
        host = RegistryHost.parse(firstMatch(process.getInputStream()));
        // Somebody has to read on, or the registry stands still once the pipe is full.
        Thread drain = new Thread(() -> drain(process.getInputStream()), "registry-log");
        drain.setDaemon(true);
        drain.start();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor();
        }
    }

    @Override
    RegistryHost host() {
        return host;
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

    /** Keeps what the registry stores inside the build. */
    static final class UnderTarget implements TempDirFactory {
        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "docker-registry");
        }
    }
}
