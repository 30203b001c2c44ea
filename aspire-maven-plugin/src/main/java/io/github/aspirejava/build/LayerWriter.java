package io.github.aspirejava.build;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the tar of a layer; called only if the cache does not have the layer. */
@FunctionalInterface
interface LayerWriter {
    void writeTo(OutputStream tar) throws IOException, ImageBuildException;
}
