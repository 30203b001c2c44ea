package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.cache.LayerCache;

/**
 * The things of a session that all builds of images share.
 *
 * @param baseImages the sources of base images
 * @param cache the layers that earlier builds have written
 * @param times the times that images and files are given
 */
public record BuildInputs(BaseImages baseImages, LayerCache cache, OutputTimes times) {}
