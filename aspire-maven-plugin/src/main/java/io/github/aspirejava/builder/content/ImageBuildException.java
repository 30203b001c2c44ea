package io.github.aspirejava.builder.content;

import io.github.aspirejava.oci.Reason;

/** An image that cannot be built. The message is one line: what is wrong and what to do. */
public class ImageBuildException extends Exception {
    private static final long serialVersionUID = 1L;

    /** An image that cannot be built for the reason in {@code message}. */
    public ImageBuildException(String message) {
        super(message);
    }

    /** An image that cannot be built for the reason in {@code message}. */
    public ImageBuildException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What {@code failure} says of itself. */
    public static String reason(Exception failure) {
        return Reason.of(failure);
    }
}
