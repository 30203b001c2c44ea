package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.ImageContent;
import java.util.List;
import java.util.function.Function;

/**
 * Adds layers to an image and leaves its own layers and, unless others are given, its run configuration and format
 * unchanged.
 */
public final class LayeredImage {
    private LayeredImage() {}

    /**
     * Returns the image with layers upon it.
     *
     * @param layers the layers for each of its platforms, the lowest first
     * @throws ImageBuildException if the result would exceed the maximum number of layers
     */
    public static ImageContent of(
            List<Base> bases, Function<Platform, List<ImageAssembler.ApplicationLayer>> layers, ImageForm form)
            throws ImageBuildException {
        return of(bases, layers, ImageRun.AS_BASE, form);
    }

    /** Returns the same with another run configuration. */
    public static ImageContent of(
            List<Base> bases,
            Function<Platform, List<ImageAssembler.ApplicationLayer>> layers,
            ImageRun run,
            ImageForm form)
            throws ImageBuildException {
        for (Base base : bases) {
            LayerCount.check(List.of(base), layers.apply(base.platform()).size());
        }
        return new ImageAssembler(layers, run, form).assemble(bases);
    }
}
