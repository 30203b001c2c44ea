package io.github.aspirejava.builder.image;

import io.github.aspirejava.oci.ImageSource;

/** The image that another image is built upon. */
public sealed interface BaseImage {
    /** Nothing: the image holds the application alone. */
    record Scratch() implements BaseImage {}

    /**
     * An image that can be read from {@code source}.
     *
     * @param selector its tag or digest there
     * @param description its name in messages, such as {@code eclipse-temurin:17-jre}
     */
    record Existing(ImageSource source, String selector, String description) implements BaseImage {}
}
