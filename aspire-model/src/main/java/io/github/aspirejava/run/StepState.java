package io.github.aspirejava.run;

import java.util.Locale;

/** The states that a step can end in. */
public enum StepState {
    SUCCEEDED,
    FAILED,
    SKIPPED,
    CANCELLED;

    /** Returns the state in lower case, as reports write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
