package io.github.aspirejava.build;

import io.github.aspirejava.layers.Library;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file names of libraries in images, from their coordinates alone: {@code artifact-version[-classifier].jar}. Where
 * two have the same, as artifacts of two groups may, each is in a directory that only it can be in, as in a repository:
 * {@code group/artifact/version}.
 */
public final class LibraryNames {
    private final Map<String, Long> namesakes;

    LibraryNames(Collection<Library> libraries) {
        namesakes = libraries.stream()
                .map(Library::id)
                .distinct()
                .collect(Collectors.groupingBy(LibraryNames::plain, Collectors.counting()));
    }

    String of(Library library) {
        String id = library.id();
        String plain = plain(id);
        if (namesakes.getOrDefault(plain, 1L) == 1) {
            return plain;
        }
        String[] parts = id.split(":", -1);
        return "%s/%s/%s/%s".formatted(parts[0], parts[1], parts[parts.length - 1], plain);
    }

    /** The file name in a repository of the library with this id. */
    static String plain(String id) {
        String[] parts = id.split(":", -1);
        String version = parts[parts.length - 1];
        String classifier = parts.length == 4 ? '-' + parts[2] : "";
        return "%s-%s%s.jar".formatted(parts[1], version, classifier);
    }
}
