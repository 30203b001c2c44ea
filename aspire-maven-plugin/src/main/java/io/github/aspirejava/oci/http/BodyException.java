package io.github.aspirejava.oci.http;

import io.github.aspirejava.text.ForeignText;
import java.io.IOException;

/**
 * Signals that the bytes of a request's body could not be read: the receiver is not at fault, and a retry does not
 * help.
 */
public final class BodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    BodyException(IOException reason) {
        super(ForeignText.line(reason.getMessage()), reason);
        this.reason = reason;
    }

    /** Returns the failure of the body. */
    public IOException reason() {
        return reason;
    }
}
