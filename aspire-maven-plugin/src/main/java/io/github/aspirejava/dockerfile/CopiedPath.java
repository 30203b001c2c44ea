package io.github.aspirejava.dockerfile;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source of a {@code COPY}, as far as it can be told without the engine.
 *
 * @param names its parts, from the context, as patterns; one that is {@code **} stands for any number of any names
 */
record CopiedPath(List<String> names) {
    private static final String ANY = "**";

    /** The whole context. */
    static final CopiedPath ALL = new CopiedPath(List.of());

    /** Copies the list. */
    CopiedPath {
        names = List.copyOf(names);
    }

    /** Reads a source. In what holds a variable, anything may stand. */
    static CopiedPath parse(String source) {
        Path path = Path.of("/").resolve(source).normalize();
        return new CopiedPath(Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
                .map(i -> path.getName(i).toString())
                .map(name -> name.contains("$") || name.contains(ANY) ? ANY : name)
                .toList());
    }

    /** Whether it may be the path, something above it, or something below it. */
    boolean meets(Path path) {
        for (int i = 0; i < Math.min(names.size(), path.getNameCount()); i++) {
            String name = names.get(i);
            if (name.equals(ANY)) {
                return true;
            }
            if (!path.getFileSystem().getPathMatcher("glob:" + glob(name)).matches(path.getName(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is the path, or something below it, whatever its patterns stand for. */
    boolean isIn(Path path) {
        return names.size() >= path.getNameCount()
                && names.subList(0, path.getNameCount())
                        .equals(Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
                                .map(i -> path.getName(i).toString())
                                .toList());
    }

    /** Go's patterns are those of the JDK, but for braces, which mean nothing there, and how a class is negated. */
    private static String glob(String name) {
        return name.replace("{", "\\{").replace("}", "\\}").replace("[^", "[!");
    }
}
