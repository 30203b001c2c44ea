package io.github.aspirejava.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The inputs and the output directories of the integration tests. */
final class Workspace {
    private static final Path ROOT = Path.of(setting("aspire.it.directory"));

    private Workspace() {}

    /** Returns a setting that the build of this module passes to its tests. */
    static String setting(String name) {
        return Objects.requireNonNull(
                System.getProperty(name), () -> name + " is not set: run the tests through `mvn verify`");
    }

    /** Returns whether a missing part on this machine is a failure instead of a reason to skip. */
    static boolean everyPartIsRequired() {
        return Boolean.getBoolean("aspire.it.required");
    }

    /** Returns whether long tests run in full, and not only a tenth of them. */
    static boolean inFull() {
        return Boolean.getBoolean("aspire.it.all");
    }

    /** Returns the root of the checkout. */
    static Path root() {
        return ROOT.resolve("..");
    }

    /** Returns a sample project. Not to be built in place: see {@link Sample}. */
    static Path project(String name) {
        return ROOT.resolve("projects").resolve(name);
    }

    /** Returns a path below the build directory. */
    static Path target(String path) {
        return ROOT.resolve("target").resolve(path);
    }

    /** Creates a new, empty directory whose name starts with {@code name}. */
    static Path newDirectory(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(target("work")), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a new, empty directory that every user can write to, such as that of a container. */
    static Path openDirectory(String name) {
        try {
            return Files.setPosixFilePermissions(newDirectory(name), PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the base image that runs on this machine, in the plugin's notation; created if it does not exist yet. */
    static String baseImage() {
        return BaseImage.REFERENCE;
    }

    private static final class BaseImage {
        static final String REFERENCE = make();

        private static String make() {
            try (RunningProcess script = RunningProcess.start(
                    new ProcessBuilder(List.of(ROOT.resolve("base").toString())))) {
                if (script.exitCode(Duration.ofMinutes(2)) != 0) {
                    throw new IllegalStateException("it/base failed:\n" + String.join("\n", script.lines()));
                }
            }
            return "oci:" + target("base");
        }
    }
}
