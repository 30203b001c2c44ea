package io.github.aspirejava.dockerfile;

import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">.dockerignore</a> file,
 * which exclude files from a context. Of several lines that match a path the last one counts.
 */
public final class DockerIgnore {
    /** The name of the file. */
    public static final String NAME = ".dockerignore";

    private final List<IgnorePattern> patterns;

    private DockerIgnore(List<IgnorePattern> patterns) {
        this.patterns = patterns;
    }

    /**
     * Returns the file that applies to a Dockerfile: its own, if it has one, or else that of the context. It may not
     * exist.
     */
    public static Path fileFor(Path dockerfile, Path context) {
        Path own = dockerfile.resolveSibling(dockerfile.getFileName() + NAME);
        return Files.isRegularFile(own) ? own : context.resolve(NAME);
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read or has a line that is not a pattern; the message names the line
     */
    public static DockerIgnore read(Path file) throws IOException {
        return parse(DockerfileText.lines(file), file);
    }

    /** Returns rules that exclude nothing. */
    public static DockerIgnore nothing() {
        return new DockerIgnore(List.of());
    }

    private static DockerIgnore parse(List<String> lines, Path file) throws IOException {
        List<IgnorePattern> patterns = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.isBlank() || line.strip().equals("!")) {
                continue;
            }
            try {
                patterns.add(IgnorePattern.parse(line.strip()));
            } catch (IllegalArgumentException e) {
                throw new FilteredException("%s:%d: %s".formatted(file, i + 1, e.getMessage()), e);
            }
        }
        return new DockerIgnore(patterns);
    }

    /** Returns whether this path, with slashes and relative to the context, is excluded. */
    public boolean ignores(String path) {
        boolean ignored = false;
        for (IgnorePattern pattern : patterns) {
            if (pattern.exception() == ignored && pattern.matches(path)) {
                ignored = !pattern.exception();
            }
        }
        return ignored;
    }

    /** Returns whether files below an excluded directory may be included again, so that it has to be searched. */
    public boolean hasExceptions() {
        return patterns.stream().anyMatch(IgnorePattern::exception);
    }
}
