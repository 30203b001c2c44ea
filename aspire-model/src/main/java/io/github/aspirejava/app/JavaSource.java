package io.github.aspirejava.app;

/** The source of a Java application. */
public sealed interface JavaSource {
    /** A module of the build, identified by its artifactId. */
    record Module(Reference module) implements JavaSource {}

    /**
     * An artifact from a repository, which this build does not produce.
     *
     * @param origin the place in the POM that contains the coordinates
     */
    record Artifact(Coordinates coordinates, Origin origin) implements JavaSource {}
}
