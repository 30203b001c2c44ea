package io.github.aspirejava.engine.context;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Directories that belong to no context, in any place: the plugin's own output. A context that is a module's directory
 * contains them, and with them each push would result in another image.
 *
 * @param directories absolute paths
 * @param names the suffixes of further directories, such as {@code target/aspire}: each module may have one
 */
public record ForeignFiles(Set<Path> directories, List<Path> names) {
    /** No foreign files: everything in a context belongs to it. */
    public static final ForeignFiles NONE = new ForeignFiles(Set.of(), List.of());

    /** Copies the collections. */
    public ForeignFiles {
        directories = directories.stream()
                .map(directory -> directory.toAbsolutePath().normalize())
                .collect(Collectors.toUnmodifiableSet());
        names = List.copyOf(names);
    }

    /** Returns whether one of the directories contains a file. */
    boolean holds(Path file) {
        return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent)
                .anyMatch(this::contains);
    }

    /** Returns the lines of a {@code .dockerignore} that exclude the foreign files of a context. */
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
