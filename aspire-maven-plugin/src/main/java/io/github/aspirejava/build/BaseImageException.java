package io.github.aspirejava.build;

/** A base image that cannot be used. */
public final class BaseImageException extends ImageBuildException {
    private static final long serialVersionUID = 1L;

    BaseImageException(String message) {
        super(message);
    }

    BaseImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
