package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.text.ForeignText;

/** Signals that a front end cannot be built. The message says what is wrong and what to do. */
public final class FrontEndException extends Exception {
    private static final long serialVersionUID = 1L;

    FrontEndException(String message) {
        super(ForeignText.lines(message));
    }

    FrontEndException(String message, Throwable cause) {
        super(ForeignText.lines(message), cause);
    }
}
