package io.github.aspirejava.oci.http;

import io.github.aspirejava.text.ForeignText;
import java.io.IOException;

/** Signals that a request got no answer. */
public final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The phase in which a request failed, which decides whether a retry is useful. */
    public enum Phase {
        /** There is no connection, which may be temporary: nothing was sent. */
        CONNECTING,
        /** There is no connection, and only a change of settings helps. */
        REFUSED,
        /** The connection broke: whether the request was received is unknown. */
        UNDER_WAY
    }

    private final Phase phase;
    private final String problem;
    private final String advice;

    NoAnswerException(Phase phase, String problem, String advice, IOException cause) {
        super(ForeignText.line(problem), cause);
        this.phase = phase;
        this.problem = ForeignText.line(problem);
        this.advice = ForeignText.line(advice);
    }

    /** Returns the phase in which the request failed. */
    public Phase phase() {
        return phase;
    }

    /** Returns what happened, as half a sentence. */
    public String problem() {
        return problem;
    }

    /** Returns what to check, as half a sentence. */
    public String advice() {
        return advice;
    }
}
