package io.github.aspirejava.engine.context;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Directories that are no part of any context, wherever they are: what this plugin writes itself. A context that lies
 * in a module has them beside it, and with them each push would make another image.
 *
 * @param directories absolute
 * @param names the ends of further ones, such as {@code target/aspire}: each module may have one
 */
public record ForeignFiles(Set<Path> directories, List<Path> names) {
    /** Everything in a context is part of it. */
    public static final ForeignFiles NONE = new ForeignFiles(Set.of(), List.of());

    /** Copies the collections. */
    public ForeignFiles {
        directories = directories.stream()
                .map(directory -> directory.toAbsolutePath().normalize())
                .collect(Collectors.toUnmodifiableSet());
        names = List.copyOf(names);
    }

    /** Whether one of them holds a file. */
    boolean holds(Path file) {
        return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
                .anyMatch(this::contains);
    }

    /** The lines of a {@code .dockerignore} that leave out those of a context. */
    List<String> patterns(Path context) {
        return Stream.concat(
                        directories.stream()
                                .filter(directory -> directory.startsWith(context) && !directory.equals(context))
                                .map(context::relativize)
                                .map(ForeignFiles::literal)
                                .sorted(),
                        names.stream().map(name -> "**/" + literal(name)))
                .toList();
    }

    private static String literal(Path path) {
        return path.toString().replace('\\', '/').replaceAll("[*?\\[\\]]", "\\\\$0");
    }

    boolean contains(Path directory) {
        return directories.contains(directory) || names.stream().anyMatch(directory::endsWith);
    }
}
