package io.github.aspirejava.builder.frontend;

/** Signals that a front end cannot be built. The message says what is wrong and what to do. */
public final class FrontEndException extends Exception {
    private static final long serialVersionUID = 1L;

    FrontEndException(String message) {
        super(message);
    }

    FrontEndException(String message, Throwable cause) {
        super(message, cause);
    }
}
