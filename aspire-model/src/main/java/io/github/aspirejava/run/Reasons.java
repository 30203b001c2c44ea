package io.github.aspirejava.run;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Says in words why a step failed. */
final class Reasons {
    private Reasons() {}

    /**
     * The message of an error that is meant for people; of any other also its type, since its message alone may say
     * nothing.
     */
    static String of(Throwable error) {
        Throwable cause = cause(error);
        String message = cause.getMessage();
        if (message != null && cause instanceof StepException) {
            return message;
        }
        String type = cause.getClass().getSimpleName();
        return message == null ? "Unexpected " + type : "Unexpected %s: %s".formatted(type, message);
    }

    /** What a future that failed has wrapped. */
    static Throwable cause(Throwable error) {
        Throwable cause = error;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
