package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files of an image in a directory of this machine, and the process that its entry point starts there, by the Java
 * of this machine.
 *
 * @param root the directory
 * @param configuration the {@code config} of the image's configuration
 */
record UnpackedImage(Path root, JsonNode configuration) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** Unpacks the layers of an image, one over the other. */
    static UnpackedImage of(StoredImage image) {
        Path root = Workspace.newDirectory("root");
        try {
            for (byte[] layer : image.layers()) {
                unpack(layer, root);
            }
            return new UnpackedImage(root, JSON.readTree(image.configuration()).path("config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(byte[] layer, Path root) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layer)), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = root.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                }
            }
        }
    }

    /**
     * Returns the lines that the application prints, started with its default arguments and flags for the virtual
     * machine.
     */
    List<String> run(String... jvmFlags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmFlags));
        words("Entrypoint").stream().skip(1).map(this::here).forEach(command::add);
        command.addAll(words("Cmd"));
        ProcessBuilder builder = new ProcessBuilder(command);
        words("Env").forEach(variable -> {
            String[] parts = variable.split("=", 2);
            builder.environment().put(parts[0], parts[1]);
        });
        try (RunningProcess process = RunningProcess.start(builder)) {
            int exitCode = process.exitCode(LIMIT);
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "%s ended with %d:\n%s".formatted(command, exitCode, String.join("\n", process.lines())));
            }
            return process.lines();
        }
    }

    private String here(String word) {
        return word.startsWith("/app/") ? root + word : word;
    }

    private List<String> words(String field) {
        List<String> words = new ArrayList<>();
        configuration.path(field).forEach(word -> words.add(word.asText()));
        return words;
    }
}
