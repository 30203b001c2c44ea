package io.github.aspirejava.oci.http;

import java.util.function.Supplier;

/** Hears of every exchange, for {@code -X}. */
@FunctionalInterface
public interface HttpLog {
    /** Nobody listens. */
    HttpLog NONE = line -> {};

    /**
     * One exchange or the pause before the next one. Called by any thread.
     *
     * @param line makes a line without secrets; not called by those who print none
     */
    void exchanged(Supplier<String> line);
}
