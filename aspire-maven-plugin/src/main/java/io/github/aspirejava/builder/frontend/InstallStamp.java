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
 * Records in {@code node_modules} the inputs that it was installed from, so that a build whose lock file has not
 * changed need not install again. The notes of package managers themselves belong to it: after a manual {@code npm
 * install} or {@code npm link} it no longer matches.
 */
final class InstallStamp {
    private static final List<String> INPUTS = List.of(
            "package.json", ".npmrc", ".yarnrc", ".yarnrc.yml", "pnpm-workspace.yaml", ".pnpmfile.cjs", "bunfig.toml");
    private static final List<String> STATES = List.of(
            "node_modules/.package-lock.json",
            "node_modules/.modules.yaml",
            "node_modules/.yarn-integrity",
            "node_modules/.yarn-state.yml");
    /** The directory from which patch-package changes packages after their installation. */
    private static final String PATCHES = "patches";

    private final FrontEnd frontEnd;
    private final String versions;
    private final Path file;

    /** @param versions the versions of Node and the package manager */
    InstallStamp(FrontEnd frontEnd, String versions) {
        this.frontEnd = frontEnd;
        this.versions = versions;
        this.file = frontEnd.root().resolve("node_modules/.aspire-maven-plugin");
    }

    /** Returns whether the installed packages are up to date. */
    boolean fits() throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(current());
    }

    /** Records the inputs of the installation. A package manager without {@code node_modules} is run each time. */
    void write() throws IOException {
        if (Files.isDirectory(frontEnd.root().resolve("node_modules"))) {
            Files.writeString(file, current());
        }
    }

    /** Removes the record before anything is changed: an installation that is interrupted must not match anything. */
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
            append(text, frontEnd.root().resolve(name));
        }
        if (!frontEnd.directory().equals(frontEnd.root())) {
            append(text, frontEnd.directory().resolve(FrontEnd.DESCRIPTION));
        }
        Path patches = frontEnd.root().resolve(PATCHES);
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
            text.append(frontEnd.root().relativize(path))
                    .append(' ')
                    .append(Digest.of(Files.readAllBytes(path)))
                    .append('\n');
        }
    }
}
