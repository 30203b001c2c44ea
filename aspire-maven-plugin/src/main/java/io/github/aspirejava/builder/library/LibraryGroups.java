package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Libraries grouped by the services that share them. */
final class LibraryGroups {
    private final Map<Sharers, SortedSet<Library>> groups = new TreeMap<>(Sharers.MOST_FIRST);

    /** Adds libraries to those that these services share already. */
    void add(Sharers sharers, Collection<Library> libraries) {
        groups.computeIfAbsent(sharers, s -> new TreeSet<>()).addAll(libraries);
    }

    List<Library> remove(Sharers sharers) {
        return List.copyOf(Objects.requireNonNull(groups.remove(sharers)));
    }

    Set<Sharers> all() {
        return groups.keySet();
    }

    List<Library> libraries(Sharers sharers) {
        return List.copyOf(Objects.requireNonNull(groups.get(sharers)));
    }

    /** Returns the size of a group in bytes. */
    long size(Sharers sharers) {
        return libraries(sharers).stream().mapToLong(Library::size).sum();
    }

    /** Returns the number of groups that a service is part of. */
    int count(String service) {
        return (int) groups.keySet().stream()
                .filter(sharers -> sharers.services().contains(service))
                .count();
    }

    Comparator<Sharers> smallestFirst() {
        return Comparator.comparingLong(this::size)
                .thenComparingInt(sharers -> libraries(sharers).size())
                .thenComparing(Sharers.MOST_FIRST);
    }

    /**
     * Returns the groups as layers: those that change least are lowest and, among these, those that most services
     * share, because engines share a layer only if all layers below it are the same.
     */
    List<LibraryLayer> layers() {
        return groups.keySet().stream()
                .sorted(Comparator.comparing(Sharers::kind)
                        .thenComparing(sharers -> -sharers.services().size())
                        .thenComparing(sharers -> -size(sharers))
                        .thenComparing(Sharers.MOST_FIRST))
                .map(sharers -> new LibraryLayer(sharers.kind(), sharers.services(), libraries(sharers)))
                .toList();
    }
}
