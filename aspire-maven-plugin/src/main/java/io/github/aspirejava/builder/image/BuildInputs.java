package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.cache.LayerCache;

/**
 * The things of a session that all builds of images share.
 *
 * @param baseImages the sources of base images
 * @param cache the layers that earlier builds have written
 * @param times the times that images and files are given
 * @param labels the labels that images are given
 */
public record BuildInputs(BaseImages baseImages, LayerCache cache, OutputTimes times, ImageLabels labels) {
    /** Creates the inputs of images without default labels. */
    public BuildInputs(BaseImages baseImages, LayerCache cache, OutputTimes times) {
        this(baseImages, cache, times, ImageLabels.NONE);
    }
}
