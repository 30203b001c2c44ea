package io.github.aspirejava.engine.api;

import io.github.aspirejava.text.ForeignText;
import java.io.IOException;

/** Thrown if an engine refuses a request or cannot be reached; the message is one line that tells which. */
public final class EngineException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The status of a timeout. */
    public static final int NO_ANSWER = -1;

    private final int status;

    EngineException(String message, int status) {
        super(ForeignText.line(message));
        this.status = status;
    }

    EngineException(String message, Throwable cause) {
        super(ForeignText.line(message), cause);
        this.status = 0;
    }

    /** Returns the HTTP status of the engine's response; 0 or less if it did not respond. */
    public int status() {
        return status;
    }
}
