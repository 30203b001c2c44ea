package io.github.aspirejava.builder.module;

import java.util.Comparator;

/**
 * A jar that services run with, by what a plan has to know of it.
 *
 * @param id its coordinates, {@code group:artifact:version} or {@code group:artifact:classifier:version}, and of what
 *     has another extension than a jar {@code group:artifact:extension:classifier:version} with a classifier that may
 *     be empty; libraries of one id are the same file, so that the version of a repository's snapshot is that of its
 *     time
 * @param kind how often it changes
 * @param size in bytes; zero for a module of the build, whose size is not known until it is built
 */
public record Library(String id, Kind kind, long size) implements Comparable<Library> {
    private static final Comparator<Library> ORDER =
            Comparator.comparing(Library::id).thenComparing(Library::kind).thenComparingLong(Library::size);

    /** A module of the build has the size zero, whatever is given. */
    public Library {
        size = kind == Kind.PROJECT ? 0 : size;
    }

    /** How often a library changes: the more often, the further up are the layers that it is in. */
    public enum Kind {
        /** A released artifact: it never changes. */
        RELEASE("dependencies"),
        /** A snapshot from a repository: it changes now and then. */
        SNAPSHOT("snapshot dependencies"),
        /** A module of the same build: it changes with the sources. */
        PROJECT("project dependencies");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** What a layer of such libraries is called. */
        public String title() {
            return title;
        }
    }

    /** By id. */
    @Override
    public int compareTo(Library other) {
        return ORDER.compare(this, other);
    }
}
