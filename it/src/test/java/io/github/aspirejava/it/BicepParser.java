package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Parses Bicep: the program in {@code it/bicep}, with the grammar that editors use. The compiler itself is available in
 * no package registry.
 */
final class BicepParser {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private BicepParser() {}

    /** Returns the parser's output for all Bicep files in a directory: the errors, and the number of files. */
    static List<String> parse(Path directory) {
        List<String> command =
                new ArrayList<>(List.of("node", Installed.AT.resolve("parse.js").toString()));
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(file -> file.toString().endsWith(".bicep"))
                    .map(Path::toString)
                    .forEach(command::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run(new ProcessBuilder(command));
    }

    private static List<String> run(ProcessBuilder command) {
        try (RunningProcess process = RunningProcess.start(command)) {
            int unused = process.exitCode(TIMEOUT);
            return process.lines();
        }
    }

    /** The program with its packages, in their locked versions; a run leaves them to the next. */
    private static final class Installed {
        static final Path AT = install();

        private static Path install() {
            Path directory = Workspace.target("bicep");
            try {
                Files.createDirectories(directory);
                for (String file : List.of("package.json", "package-lock.json", "parse.js")) {
                    byte[] content = Files.readAllBytes(
                            Workspace.root().resolve("it/bicep").resolve(file));
                    Files.write(directory.resolve(file), content);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (!Files.isDirectory(directory.resolve("node_modules"))) {
                ProcessBuilder npm =
                        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund");
                try (RunningProcess process = RunningProcess.start(npm.directory(directory.toFile()))) {
                    if (process.exitCode(TIMEOUT) != 0) {
                        throw new IllegalStateException("npm ci failed:\n" + String.join("\n", process.lines()));
                    }
                }
            }
            return directory;
        }
    }
}
