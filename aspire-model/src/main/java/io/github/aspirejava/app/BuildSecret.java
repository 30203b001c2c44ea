package io.github.aspirejava.app;

/**
 * A build secret: the build of a Dockerfile can read it, and the image does not contain it.
 *
 * @param id the id by which the Dockerfile refers to the secret
 * @param kind the meaning of {@code source}
 * @param source the value, made of parameters, or a file's path
 */
public record BuildSecret(String id, Kind kind, Text source) {
    /** The kind of source that a build secret is read from. */
    public enum Kind {
        VALUE,
        FILE
    }
}
