package io.github.aspirejava.builder.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of a file in a layer, copied from a file or derived from one. Two equal values have equal bytes as long as
 * the file that they are derived from does not change.
 */
public sealed interface FileContent permits CopiedFile, NormalisedJar, ArchiveEntry, ClassesJar, LaunchJar {
    /** Returns the file that the bytes are read from; empty if the value itself holds all of its content. */
    Optional<Path> source();

    /**
     * Returns the identifier of the derivation, a part of every key that stands for the derived bytes; another
     * derivation has another text. Empty if the bytes are those of the source.
     */
    String form();

    /** Returns the number of bytes, at least approximately. */
    long size() throws IOException;

    /** Writes the bytes. The stream stays open. */
    void writeTo(OutputStream out) throws IOException;
}
