package io.github.aspirejava.oci.http;

import java.util.function.Supplier;

/** A listener that is notified of every exchange, for {@code -X}. */
@FunctionalInterface
public interface HttpLog {
    /** No listener. */
    HttpLog NONE = line -> {};

    /**
     * Reports one exchange or the pause before the next one. Called by any thread.
     *
     * @param line builds a line without secrets; not called if nothing is printed
     */
    void exchanged(Supplier<String> line);
}
