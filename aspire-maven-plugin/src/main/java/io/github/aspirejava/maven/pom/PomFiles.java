package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes positions the way people look them up: the file relative to the directory that Maven was started in.
 *
 * @param startDirectory that directory
 */
public record PomFiles(Path startDirectory) {
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
