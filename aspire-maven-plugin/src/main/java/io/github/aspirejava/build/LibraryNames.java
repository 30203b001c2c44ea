package io.github.aspirejava.build;

import io.github.aspirejava.layers.Library;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file names of libraries in images, from their coordinates alone: {@code artifact-version[-classifier].jar}. Where
 * two groups have an artifact of that name and version, both begin with their groups.
 */
public final class LibraryNames {
    private final Map<String, Long> groupsOf;

    LibraryNames(Collection<Library> libraries) {
        groupsOf = libraries.stream()
                .map(Library::id)
                .distinct()
                .collect(Collectors.groupingBy(LibraryNames::plain, Collectors.counting()));
    }

    String of(Library library) {
        String id = library.id();
        String plain = plain(id);
        return groupsOf.getOrDefault(plain, 1L) > 1 ? id.substring(0, id.indexOf(':')) + '.' + plain : plain;
    }

    private static String plain(String id) {
        String[] parts = id.split(":", -1);
        String version = parts[parts.length - 1];
        String classifier = parts.length == 4 ? '-' + parts[2] : "";
        return "%s-%s%s.jar".formatted(parts[1], version, classifier);
    }
}
