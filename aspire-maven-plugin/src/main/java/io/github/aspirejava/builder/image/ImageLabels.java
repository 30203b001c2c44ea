package io.github.aspirejava.builder.image;

import java.util.Map;

/** Tells the labels by which images describe the applications in them. */
@FunctionalInterface
public interface ImageLabels {
    /** The labels of images that nothing is known about. */
    ImageLabels NONE = service -> Map.of();

    /** Returns the labels of the image of a service, by their names. */
    Map<String, String> of(String service);
}
