package io.github.aspirejava.app;

/**
 * A secret that a Dockerfile's build may read and its image does not keep.
 *
 * @param id what the Dockerfile calls it
 * @param kind what {@code source} is
 * @param source the value, made of parameters, or a file's path
 */
public record BuildSecret(String id, Kind kind, Text source) {
    /** Where a build secret comes from. */
    public enum Kind {
        VALUE,
        FILE
    }
}
