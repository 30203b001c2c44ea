package io.github.aspirejava.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A copy of a failure for {@code -e} and {@code -X}, whose messages, and those of its causes, are filtered as
 * {@link ForeignText}: libraries quote what a server has answered.
 */
public final class PrintableFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;

    private PrintableFailure(Throwable failure) {
        super(ForeignText.lines(failure.getMessage()));
        this.type = failure.getClass().getName();
        setStackTrace(failure.getStackTrace());
    }

    /** Copies {@code failure} with its causes and suppressed failures. */
    public static PrintableFailure of(Throwable failure) {
        return of(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static PrintableFailure of(Throwable failure, Set<Throwable> seen) {
        seen.add(failure);
        PrintableFailure copy = new PrintableFailure(failure);
        Throwable cause = failure.getCause();
        if (cause != null && !seen.contains(cause)) {
            copy.initCause(of(cause, seen));
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (!seen.contains(suppressed)) {
                copy.addSuppressed(of(suppressed, seen));
            }
        }
        return copy;
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // A stack trace shows the type of the failure, not of its copy.
    public String toString() {
        String message = String.valueOf(getMessage());
        return message.isEmpty() ? type : "%s: %s".formatted(type, message);
    }
}
