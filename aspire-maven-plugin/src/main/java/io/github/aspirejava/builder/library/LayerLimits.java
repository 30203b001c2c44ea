package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;

/**
 * The granularity of an image's layers of libraries.
 *
 * @param small the size in bytes below which a layer is not worth the requests that it takes; zero if every layer is
 * @param most the maximum number of layers of libraries in an image; at least one for each kind of library
 */
public record LayerLimits(long small, int most) {
    /**
     * One megabyte, and 22 layers: 24 with the resources and the classes of the service itself. Engines allow 125 in an
     * image, some of which are its base's.
     */
    public static final LayerLimits DEFAULT = new LayerLimits(1_000_000, 22);

    /** The minimum of {@code most}: one layer for each kind of library. */
    public static final int FEWEST = Library.Kind.values().length;

    /** @throws IllegalArgumentException if such layers are impossible */
    public LayerLimits {
        if (small < 0 || most < FEWEST) {
            throw new IllegalArgumentException("No layers can be planned within " + small + " and " + most);
        }
    }
}
