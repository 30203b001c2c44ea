package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the tar of a layer; called only if the cache does not have the layer.
 *
 * @param <E> what it throws besides
 */
@FunctionalInterface
public interface LayerWriter<E extends Exception> {
    /** Writes it. */
    void writeTo(OutputStream tar) throws E, IOException;
}
