package io.github.aspirejava.oci.http;

import java.io.IOException;

/** A request got no answer. */
public final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    /** How far a request came, which decides whether it is worth another try. */
    public enum Phase {
        /** There is no connection, and that may change: nothing was sent. */
        CONNECTING,
        /** There is no connection, and nothing but a change of settings helps. */
        REFUSED,
        /** The connection broke: whether the request was received is not known. */
        UNDER_WAY
    }

    private final Phase phase;
    private final String problem;
    private final String advice;

    NoAnswerException(Phase phase, String problem, String advice, IOException cause) {
        super(problem, cause);
        this.phase = phase;
        this.problem = problem;
        this.advice = advice;
    }

    /** How far the request came. */
    public Phase phase() {
        return phase;
    }

    /** What happened, as half a sentence. */
    public String problem() {
        return problem;
    }

    /** What to check, as half a sentence. */
    public String advice() {
        return advice;
    }
}
