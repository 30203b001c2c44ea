package io.github.aspirejava.cache;

import io.github.aspirejava.text.ForeignText;

/** Signals that the cache cannot be used. The message is one line: what is wrong and what to do. */
public final class CacheException extends Exception {
    private static final long serialVersionUID = 1L;

    CacheException(String message, Throwable cause) {
        super(ForeignText.line(message), cause);
    }
}
