package io.github.aspirejava.run;

import io.github.aspirejava.text.ForeignText;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The reasons of failures, as text. */
final class Reasons {
    private Reasons() {}

    /**
     * Returns the message of an error that is meant for users; for any other also its type, because its message alone
     * may be meaningless.
     */
    static String of(Throwable error) {
        Throwable cause = cause(error);
        String message = cause.getMessage();
        if (message != null && cause instanceof StepException) {
            return message;
        }
        String type = cause.getClass().getSimpleName();
        return message == null ? "Unexpected " + type : "Unexpected %s: %s".formatted(type, ForeignText.line(message));
    }

    /** Returns the failure that a future has wrapped. */
    static Throwable cause(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
