package io.github.aspirejava.app;

/** What a Java application is made from. */
public sealed interface JavaSource {
    /** A module of the build, by its artifactId. */
    record Module(Reference module) implements JavaSource {}

    /**
     * An artifact from a repository, which this build does not make.
     *
     * @param origin where its coordinates are written
     */
    record Artifact(Coordinates coordinates, Origin origin) implements JavaSource {}
}
