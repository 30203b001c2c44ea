package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates positions with files relative to the directory that Maven was started in. Reads each file once for the
 * content that Maven does not pass on to plugins.
 */
public final class PomFiles {
    private final Path startDirectory;
    private final Map<Path, PomSource> sources = new HashMap<>();

    /** Creates an instance for positions relative to {@code startDirectory}. */
    public PomFiles(Path startDirectory) {
        this.startDirectory = startDirectory;
    }

    /**
     * Returns the position of an element that Maven has recorded.
     *
     * @param noted the input location that Maven has recorded for the element
     * @param fallback the position if Maven has recorded none
     */
    public Origin origin(@Nullable Object noted, Origin fallback) {
        return PomLocation.of(noted)
                .map(location -> new Origin(relative(path(location.file())), location.line()))
                .orElse(fallback);
    }

    /** Returns the position of a file as a whole. */
    public Origin origin(Path file) {
        return new Origin(relative(file), 0);
    }

    /**
     * Returns whether an element has text between its children in its source file.
     *
     * @param noted the input location that Maven has recorded for the element
     */
    boolean hasStrayText(String element, @Nullable Object noted) {
        return PomLocation.of(noted)
                .map(location -> source(path(location.file())).hasStrayText(element, location.line()))
                .orElse(false);
    }

    /** Returns whether the text of any element with this name contains an expression, in the files read so far. */
    boolean hasExpressionIn(String element) {
        return sources.values().stream().anyMatch(source -> source.hasExpressionIn(element));
    }

    private PomSource source(Path file) {
        return sources.computeIfAbsent(file, PomSource::read);
    }

    /** Converts the source of an input location: Maven 3 provides a path, Maven 4 a URI. */
    private static Path path(String file) {
        return file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file);
    }

    private String relative(Path path) {
        Path start = startDirectory.toAbsolutePath().normalize();
        return path.isAbsolute() && path.startsWith(start)
                ? start.relativize(path).toString()
                : path.toString();
    }
}
