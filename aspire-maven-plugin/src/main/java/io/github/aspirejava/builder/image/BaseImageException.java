package io.github.aspirejava.builder.image;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.text.ForeignText;

/** Signals that a base image cannot be used. */
public final class BaseImageException extends ImageBuildException {
    private static final long serialVersionUID = 1L;

    public BaseImageException(String message) {
        super(ForeignText.line(message));
    }

    public BaseImageException(String message, Throwable cause) {
        super(ForeignText.line(message), cause);
    }
}
