package io.github.aspirejava.dockerfile;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A source of a {@code COPY}, as far as it can be determined without the engine.
 *
 * @param names its parts, from the context, as patterns; the part {@code **} stands for any number of any names
 */
record CopiedPath(List<String> names) {
    private static final String ANY = "**";

    /** The whole context. */
    static final CopiedPath ALL = new CopiedPath(List.of());

    /** Copies the list. */
    CopiedPath {
        names = List.copyOf(names);
    }

    /** Reads a source. A part with a variable may stand for anything. */
    static CopiedPath parse(String source) {
        String path = IgnorePattern.clean("/" + source);
        return path.equals(".")
                ? ALL
                : new CopiedPath(Stream.of(path.split("/", -1))
                        .map(name -> name.contains("$") || name.contains(ANY) || !isPattern(name) ? ANY : name)
                        .toList());
    }

    private static boolean isPattern(String name) {
        try {
            GlobPattern ignored = GlobPattern.parse(name);
            return true;
        } catch (PatternSyntaxException e) {
            // The engine reports the error.
            return false;
        }
    }

    /** Returns whether it may be the path, a parent of it, or something below it. */
    boolean meets(Path path) {
        List<String> others = names(path);
        for (int i = 0; i < Math.min(names.size(), others.size()); i++) {
            if (names.get(i).equals(ANY)) {
                return true;
            }
            if (!GlobPattern.parse(names.get(i)).matches(others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether it is the path, or something below it, whatever its patterns stand for. */
    boolean isIn(Path path) {
        List<String> others = names(path);
        return names.size() >= others.size() && names.subList(0, others.size()).equals(others);
    }

    private static List<String> names(Path path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(i -> path.getName(i).toString())
                .toList();
    }
}
