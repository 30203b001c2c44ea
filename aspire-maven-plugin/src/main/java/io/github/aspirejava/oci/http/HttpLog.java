package io.github.aspirejava.oci.http;

/** Hears of every exchange, for {@code -X}. */
@FunctionalInterface
public interface HttpLog {
    /** Nobody listens. */
    HttpLog NONE = line -> {};

    /** One exchange or the pause before the next one, as a line without secrets. Called by any thread. */
    void exchanged(String line);
}
