package io.github.aspirejava.builder.files;

/** A path that an image does not have. The message says what it has nearby. */
public final class MissingPathException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingPathException(String message) {
        super(message);
    }
}
