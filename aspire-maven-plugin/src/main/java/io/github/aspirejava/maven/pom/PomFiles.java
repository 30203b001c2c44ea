package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes positions the way people look them up, the file relative to the directory that Maven was started in, and reads
 * the files once for what Maven does not hand on.
 */
public final class PomFiles {
    private final Path startDirectory;
    private final Map<Path, PomSource> sources = new HashMap<>();

    /** The files as they are seen from {@code startDirectory}. */
    public PomFiles(Path startDirectory) {
        this.startDirectory = startDirectory;
    }

    /**
     * The position that Maven tells.
     *
     * @param noted what Maven has noted beside the element
     * @param fallback the position if it tells none
     */
    public Origin origin(@Nullable Object noted, Origin fallback) {
        return PomLocation.of(noted)
                .map(location -> new Origin(relative(path(location.file())), location.line()))
                .orElse(fallback);
    }

    /** A file as a whole. */
    public Origin origin(Path file) {
        return new Origin(relative(file), 0);
    }

    /**
     * Whether an element has text beside its elements, in the file that it comes from.
     *
     * @param noted what Maven has noted beside the element
     */
    boolean hasStrayText(String element, @Nullable Object noted) {
        return PomLocation.of(noted)
                .map(location -> source(path(location.file())).hasStrayText(element, location.line()))
                .orElse(false);
    }

    /** Whether any element of that name has a text made by an expression, in the files that have been read so far. */
    boolean hasExpressionIn(String element) {
        return sources.values().stream().anyMatch(source -> source.hasExpressionIn(element));
    }

    private PomSource source(Path file) {
        return sources.computeIfAbsent(file, PomSource::read);
    }

    /** Maven 3 tells a path, Maven 4 a URI. */
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
