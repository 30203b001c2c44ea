package io.github.aspirejava.builder.module;

import java.nio.file.Path;

/**
 * A jar of a module's runtime class path. The times in a jar of the same build, a {@link Library.Kind#PROJECT}, are
 * left out of the image.
 *
 * @param library what it is, whichever service runs with it
 * @param file where it is
 */
public record ClasspathJar(Library library, Path file) {}
