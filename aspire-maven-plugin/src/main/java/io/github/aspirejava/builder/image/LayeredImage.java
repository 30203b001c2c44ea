package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.ImageContent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Adds layers to an image and leaves its format and its own layers unchanged, and its run configuration unless another
 * one is given.
 */
public final class LayeredImage {
    private LayeredImage() {}

    /**
     * Returns the image with layers upon it, and its run configuration unchanged.
     *
     * @param layers the layers for each of its platforms, the lowest first
     * @param alwaysOci whether the result has OCI's format even if the image has Docker's
     * @throws ImageBuildException if the result would exceed the maximum number of layers
     */
    public static ImageContent of(
            List<Base> bases,
            Function<Platform, List<ImageAssembler.ApplicationLayer>> layers,
            Instant created,
            boolean alwaysOci)
            throws ImageBuildException {
        return of(bases, layers, ImageRun.AS_BASE, created, alwaysOci);
    }

    /**
     * Returns the image with layers upon it, and another run configuration.
     *
     * @param layers the layers for each of its platforms, the lowest first
     * @param alwaysOci whether the result has OCI's format even if the image has Docker's
     * @throws ImageBuildException if the result would exceed the maximum number of layers
     */
    public static ImageContent of(
            List<Base> bases,
            Function<Platform, List<ImageAssembler.ApplicationLayer>> layers,
            ImageRun run,
            Instant created,
            boolean alwaysOci)
            throws ImageBuildException {
        for (Base base : bases) {
            LayerCount.check(List.of(base), layers.apply(base.platform()).size());
        }
        boolean docker = !alwaysOci && bases.stream().allMatch(base -> base.format() == ImageFormat.DOCKER);
        return new ImageAssembler(layers, run, created).assemble(bases, docker ? ImageFormat.DOCKER : ImageFormat.OCI);
    }
}
