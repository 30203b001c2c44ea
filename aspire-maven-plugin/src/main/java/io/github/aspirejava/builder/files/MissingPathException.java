package io.github.aspirejava.builder.files;

import io.github.aspirejava.text.ForeignText;

/** Signals that an image does not have a path. The message lists existing paths nearby. */
public final class MissingPathException extends Exception {
    private static final long serialVersionUID = 1L;

    MissingPathException(String message) {
        super(ForeignText.line(message));
    }
}
