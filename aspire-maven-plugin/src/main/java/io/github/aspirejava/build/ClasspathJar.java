package io.github.aspirejava.build;

import java.nio.file.Path;

/** A jar of a module's runtime class path. */
public record ClasspathJar(Path file, Kind kind) {
    /** How often a jar changes, and so which layer it is in. */
    public enum Kind {
        /** A released artifact: it never changes. */
        RELEASE,
        /** A snapshot from a repository: it changes now and then. */
        SNAPSHOT,
        /** A module of the same build: it changes with the sources. Its entries' times are left out of the image. */
        PROJECT
    }
}
