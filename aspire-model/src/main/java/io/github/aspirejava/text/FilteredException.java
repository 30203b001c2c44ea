package io.github.aspirejava.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Signals that something cannot be read, sent or written; the message may quote what others have written, and is
 * filtered as {@link ForeignText}.
 */
public final class FilteredException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception without a cause. */
    public FilteredException(String message) {
        super(ForeignText.line(message));
    }

    /** Creates an exception with the failure that caused it. */
    public FilteredException(String message, @Nullable Throwable cause) {
        super(ForeignText.line(message), cause);
    }
}
