package io.github.aspirejava.builder.content;

import io.github.aspirejava.oci.Reason;
import io.github.aspirejava.text.ForeignText;

/** Signals that an image cannot be built. The message is one line: what is wrong and what to do. */
public class ImageBuildException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception for the reason in {@code message}. */
    public ImageBuildException(String message) {
        super(ForeignText.line(message));
    }

    /** Creates an exception for the reason in {@code message}, with the failure that caused it. */
    public ImageBuildException(String message, Throwable cause) {
        super(ForeignText.line(message), cause);
    }

    /** Returns the reason that {@code failure} states. */
    public static String reason(Exception failure) {
        return Reason.of(failure);
    }
}
