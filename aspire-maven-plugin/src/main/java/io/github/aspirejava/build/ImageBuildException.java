package io.github.aspirejava.build;

import io.github.aspirejava.oci.Reason;

/** An image that cannot be built. The message is one line: what is wrong and what to do. */
public sealed class ImageBuildException extends Exception permits BaseImageException {
    private static final long serialVersionUID = 1L;

    ImageBuildException(String message) {
        super(message);
    }

    ImageBuildException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What {@code failure} says of itself. */
    static String reason(Exception failure) {
        return Reason.of(failure);
    }
}
