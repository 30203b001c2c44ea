package io.github.aspirejava.builder.module;

import java.util.Comparator;

/**
 * A jar on the class path of services, with the properties that a plan needs.
 *
 * @param id its coordinates, {@code group:artifact:version} or {@code group:artifact:classifier:version}, and for
 *     another extension than jar {@code group:artifact:extension:classifier:version} with a classifier that may be
 *     empty; libraries of one id are the same file, so that the version of a repository's snapshot contains its
 *     timestamp
 * @param kind its frequency of change
 * @param size its size in bytes; zero for a module of the build, whose size is unknown until it is built
 */
public record Library(String id, Kind kind, long size) implements Comparable<Library> {
    private static final Comparator<Library> ORDER =
            Comparator.comparing(Library::id).thenComparing(Library::kind).thenComparingLong(Library::size);

    /** Sets the size of a module of the build to zero, regardless of the given one. */
    public Library {
        size = kind == Kind.PROJECT ? 0 : size;
    }

    /** The frequency of change of a library: the more often it changes, the further up are the layers that it is in. */
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

        /** Returns the name of a layer of such libraries. */
        public String title() {
            return title;
        }
    }

    /** Compares by id. */
    @Override
    public int compareTo(Library other) {
        return ORDER.compare(this, other);
    }
}
