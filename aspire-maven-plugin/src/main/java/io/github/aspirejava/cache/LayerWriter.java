package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the tar of a layer; called on a cache miss only.
 *
 * @param <E> the type of an additional exception
 */
@FunctionalInterface
public interface LayerWriter<E extends Exception> {
    /** Writes the tar. */
    void writeTo(OutputStream tar) throws E, IOException;
}
