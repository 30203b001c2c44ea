package io.github.aspirejava.app;

/** What a Java application is made from. */
public sealed interface JavaSource {
    /** A module of the build, by its artifactId. */
    record Module(Reference module) implements JavaSource {}

    /** An artifact from a repository: {@code group:artifact:version}. */
    record Artifact(Reference coordinates) implements JavaSource {}
}
