package io.github.aspirejava.oci.http;

import java.io.IOException;

/** The bytes of a request's body could not be had: the fault is not the receiver's, and sending again is no remedy. */
public final class BodyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException reason;

    BodyException(IOException reason) {
        super(reason);
        this.reason = reason;
    }

    /** What went wrong. */
    public IOException reason() {
        return reason;
    }
}
