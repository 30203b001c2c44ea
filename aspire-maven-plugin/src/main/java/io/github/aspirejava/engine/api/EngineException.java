package io.github.aspirejava.engine.api;

import java.io.IOException;

/** An engine refuses, or cannot be spoken to; the message is one line and says which. */
public final class EngineException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The status of a failure that is only that an engine takes its time. */
    public static final int NO_ANSWER = -1;

    private final int status;

    EngineException(String message, int status) {
        super(message);
        this.status = status;
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The status of HTTP that the engine answered with; 0 or less if it did not answer. */
    public int status() {
        return status;
    }
}
