package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;

/**
 * How finely the libraries of an image are divided.
 *
 * @param small a layer of less than so many bytes is not worth the requests that it takes; zero if each is
 * @param most how many layers of libraries an image has at the most; at least one for each kind of library
 */
public record LayerLimits(long small, int most) {
    /**
     * One megabyte, and 22 layers: 24 with the resources and the classes of the service itself. Engines take 125 in an
     * image, and some of these are its base's.
     */
    public static final LayerLimits DEFAULT = new LayerLimits(1_000_000, 22);

    /** The least that {@code most} can be: one layer for each kind of library. */
    public static final int FEWEST = Library.Kind.values().length;

    /** @throws IllegalArgumentException if there cannot be such layers */
    public LayerLimits {
        if (small < 0 || most < FEWEST) {
            throw new IllegalArgumentException("No layers can be planned within " + small + " and " + most);
        }
    }
}
