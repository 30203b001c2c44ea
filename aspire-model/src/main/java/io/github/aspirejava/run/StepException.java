package io.github.aspirejava.run;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.text.ForeignText;

/** Signals the failure of a step that its user can correct; the message says what is wrong and what to do. */
public class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates a failure without a cause. */
    public StepException(String message) {
        super(ForeignText.lines(message));
    }

    /** Creates a failure with a cause, which is of interest for debugging only. */
    public StepException(String message, Throwable cause) {
        super(ForeignText.lines(message), cause);
    }

    /**
     * A failure of something that the user has declared.
     *
     * @param origin the place of the declaration, which the message starts with
     * @param cause the failure, whose message goes on
     */
    public static StepException at(Origin origin, Exception cause) {
        return new StepException("%s: %s".formatted(origin, cause.getMessage()), cause);
    }
}
