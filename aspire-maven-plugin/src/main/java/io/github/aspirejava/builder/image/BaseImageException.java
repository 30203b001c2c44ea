package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.content.ImageBuildException;

/** Signals that a base image cannot be used. */
public final class BaseImageException extends ImageBuildException {
    private static final long serialVersionUID = 1L;

    public BaseImageException(String message) {
        super(message);
    }

    public BaseImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
