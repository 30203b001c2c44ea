package io.github.aspirejava.run;

/** The failure of a step that its user can do something about; the message says what is wrong and what to do. */
public class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A failure that nothing else caused. */
    public StepException(String message) {
        super(message);
    }

    /** A failure that something else caused, which is of interest only to who debugs it. */
    public StepException(String message, Throwable cause) {
        super(message, cause);
    }
}
