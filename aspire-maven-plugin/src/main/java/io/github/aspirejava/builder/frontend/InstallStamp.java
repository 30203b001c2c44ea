package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Remembers in {@code node_modules} what it was installed from, so that a build whose lock file has not changed need
 * not install again. What package managers note there themselves belongs to it: after {@code npm install} or {@code npm
 * link} by hand it no longer fits.
 */
final class InstallStamp {
    private static final List<String> INPUTS = List.of(
            "package.json", ".npmrc", ".yarnrc", ".yarnrc.yml", "pnpm-workspace.yaml", ".pnpmfile.cjs", "bunfig.toml");
    private static final List<String> STATES = List.of(
            "node_modules/.package-lock.json",
            "node_modules/.modules.yaml",
            "node_modules/.yarn-integrity",
            "node_modules/.yarn-state.yml");
    /** What patch-package changes packages by after they are installed. */
    private static final String PATCHES = "patches";

    private final FrontEnd frontEnd;
    private final String versions;
    private final Path file;

    /** @param versions of Node and the package manager */
    InstallStamp(FrontEnd frontEnd, String versions) {
        this.frontEnd = frontEnd;
        this.versions = versions;
        this.file = frontEnd.directory().resolve("node_modules/.aspire-maven-plugin");
    }

    /** Whether what is installed is what would be. */
    boolean fits() throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(current());
    }

    /** Takes note of what has been installed. A package manager that has no {@code node_modules} is asked each time. */
    void write() throws IOException {
        if (Files.isDirectory(frontEnd.directory().resolve("node_modules"))) {
            Files.writeString(file, current());
        }
    }

    /** Before anything is changed: what breaks off half-way fits to nothing. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private String current() throws IOException {
        StringBuilder text = new StringBuilder(frontEnd.commands().program())
                .append(' ')
                .append(versions)
                .append('\n');
        List<String> names = new ArrayList<>(INPUTS);
        names.addAll(frontEnd.commands().lockFiles());
        names.addAll(STATES);
        for (String name : names) {
            append(text, frontEnd.directory().resolve(name));
        }
        Path patches = frontEnd.directory().resolve(PATCHES);
        if (Files.isDirectory(patches)) {
            try (Stream<Path> files = Files.list(patches)) {
                for (Path patch : files.sorted().toList()) {
                    append(text, patch);
                }
            }
        }
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8)) + "\n";
    }

    private void append(StringBuilder text, Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            text.append(frontEnd.directory().relativize(path))
                    .append(' ')
                    .append(Digest.of(Files.readAllBytes(path)))
                    .append('\n');
        }
    }
}
