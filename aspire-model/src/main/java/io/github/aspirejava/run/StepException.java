package io.github.aspirejava.run;

/** Signals the failure of a step that its user can correct; the message says what is wrong and what to do. */
public class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates a failure without a cause. */
    public StepException(String message) {
        super(message);
    }

    /** Creates a failure with a cause, which is of interest for debugging only. */
    public StepException(String message, Throwable cause) {
        super(message, cause);
    }
}
