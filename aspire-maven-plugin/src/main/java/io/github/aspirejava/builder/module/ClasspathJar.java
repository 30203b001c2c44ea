package io.github.aspirejava.builder.module;

import java.nio.file.Path;

/**
 * A jar of a module's runtime class path. The timestamps in a jar of the same build, a {@link Library.Kind#PROJECT},
 * are left out of the image.
 *
 * @param library its identity, independent of the service that uses it
 * @param file its path
 */
public record ClasspathJar(Library library, Path file) {}
