package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;
import java.util.List;

/**
 * A layer of libraries of one kind.
 *
 * @param services all services whose images have it, in the order of their names
 * @param libraries its libraries, in the order of their ids
 */
public record LibraryLayer(Library.Kind kind, List<String> services, List<Library> libraries) {
    /** Copies the lists. */
    public LibraryLayer {
        services = List.copyOf(services);
        libraries = List.copyOf(libraries);
    }

    /** Returns the total size of its libraries, in bytes. */
    public long size() {
        return libraries.stream().mapToLong(Library::size).sum();
    }
}
