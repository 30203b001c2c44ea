package io.github.aspirejava.dockerfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">.dockerignore</a> leaves out of a
 * context. Of several lines that match a path the last one counts.
 */
public final class DockerIgnore {
    /** What the file is called. */
    public static final String NAME = ".dockerignore";

    private final List<IgnorePattern> patterns;

    private DockerIgnore(List<IgnorePattern> patterns) {
        this.patterns = patterns;
    }

    /** The file that counts for a Dockerfile: its own, if it has one, or else that of the context. It may not exist. */
    public static Path fileFor(Path dockerfile, Path context) {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + NAME);
        return Files.isRegularFile(own) ? own : context.resolve(NAME);
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read or has a line that is no pattern; the message names the line
     */
    public static DockerIgnore read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return parse(text.startsWith("\uFEFF") ? text.substring(1) : text, file);
    }

    /** Leaves out nothing. */
    public static DockerIgnore nothing() {
        return new DockerIgnore(List.of());
    }

    private static DockerIgnore parse(String text, Path file) throws IOException {
        List<IgnorePattern> patterns = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.isBlank() || line.strip().equals("!")) {
                continue;
            }
            try {
                patterns.add(IgnorePattern.parse(line.strip()));
            } catch (IllegalArgumentException e) {
                throw new IOException("%s:%d: %s".formatted(file, i + 1, e.getMessage()), e);
            }
        }
        return new DockerIgnore(patterns);
    }

    /** Whether this path, with slashes and relative to the context, is left out. */
    public boolean ignores(String path) {
        boolean ignored = false;
        for (IgnorePattern pattern : patterns) {
            if (pattern.exception() == ignored && pattern.matches(path)) {
                ignored = !pattern.exception();
            }
        }
        return ignored;
    }

    /** Whether something below an ignored directory may be taken back in, so that one has to look. */
    public boolean hasExceptions() {
        return patterns.stream().anyMatch(IgnorePattern::exception);
    }
}
