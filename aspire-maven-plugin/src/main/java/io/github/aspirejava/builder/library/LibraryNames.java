package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file names of libraries in images, derived only from their coordinates:
 * {@code artifact-version[-classifier].jar}, or with another extension if they have one. If two names collide, as those
 * of artifacts of two groups may, each is in a directory of its own, as in a repository:
 * {@code group/artifact/version}.
 */
public final class LibraryNames {
    /** The text that a repository puts in the place of {@code SNAPSHOT}: the time and number of the deployment. */
    private static final Pattern TIME = Pattern.compile("(?<=^|-)[0-9]{8}\\.[0-9]{6}-[0-9]+$");

    private final Map<String, Long> namesakes;

    LibraryNames(Collection<Library> libraries) {
        namesakes = libraries.stream()
                .map(Library::id)
                .distinct()
                .collect(Collectors.groupingBy(LibraryNames::plain, Collectors.counting()));
    }

    public String of(Library library) {
        String id = library.id();
        String plain = plain(id);
        if (namesakes.getOrDefault(plain, 1L) == 1) {
            return plain;
        }
        String[] parts = id.split(":", -1);
        return "%s/%s/%s/%s".formatted(parts[0], parts[1], parts[parts.length - 1], plain);
    }

    /** Returns the file name in a repository of the library with this id. */
    public static String plain(String id) {
        String[] parts = id.split(":", -1);
        return fileName(parts, parts[parts.length - 1]);
    }

    /**
     * Returns the name under which tools copy the library with this id: Maven gives them a snapshot without its
     * timestamp. Other versions keep the name that they have in a repository.
     */
    public static String copied(String id) {
        String[] parts = id.split(":", -1);
        return fileName(parts, TIME.matcher(parts[parts.length - 1]).replaceFirst("SNAPSHOT"));
    }

    private static String fileName(String[] parts, String version) {
        String classifier = parts.length > 3 ? parts[parts.length - 2] : "";
        return "%s-%s%s.%s"
                .formatted(
                        parts[1],
                        version,
                        classifier.isEmpty() ? "" : '-' + classifier,
                        parts.length == 5 ? parts[2] : "jar");
    }
}
