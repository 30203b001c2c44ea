package io.github.aspirejava.builder.library;

import io.github.aspirejava.builder.module.Library;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups the libraries of services by the set of services that use them, so that each group can be a layer that all of
 * these services share.
 *
 * <p>An image has exactly the libraries of its service: a layer with additional libraries would add their
 * vulnerabilities, which scanners report, too. So a group that is too small, or exceeds the number of layers, is never
 * merged into a larger one; it is divided among layers that fewer services share, and stored more than once.
 *
 * <p>The plan depends only on its input, and not on the order of the input. A new service or library changes the groups
 * that it is part of and, if these are large, the small groups that were divided among them; if they are small, the
 * ones that they are divided among.
 */
public final class LayerPlanner {
    private final LayerLimits limits;

    /** Creates a planner within these limits. */
    public LayerPlanner(LayerLimits limits) {
        this.limits = limits;
    }

    /**
     * Plans the layers of these services' libraries.
     *
     * @throws IllegalArgumentException if two libraries of one id differ
     */
    public LayerPlan plan(Map<String, ? extends Collection<Library>> services) {
        LibraryGroups groups = divideSmall(group(services));
        SortedSet<String> names = new TreeSet<>(services.keySet());
        for (String service : names) {
            keepLimit(service, groups);
        }
        return new LayerPlan(List.copyOf(names), groups.layers());
    }

    private static LibraryGroups group(Map<String, ? extends Collection<Library>> services) {
        Map<String, Library> byId = new HashMap<>();
        Map<Library, SortedSet<String>> users = new TreeMap<>();
        services.forEach((service, libraries) -> {
            for (Library library : libraries) {
                Library known = byId.putIfAbsent(library.id(), library);
                if (known != null && !known.equals(library)) {
                    throw new IllegalArgumentException("%s is not %s".formatted(known, library));
                }
                users.computeIfAbsent(library, l -> new TreeSet<>()).add(service);
            }
        });
        LibraryGroups groups = new LibraryGroups();
        users.forEach(
                (library, sharers) -> groups.add(new Sharers(library.kind(), List.copyOf(sharers)), List.of(library)));
        return groups;
    }

    /**
     * Divides each small group among large ones. The destination of a group depends on the large groups only, so that a
     * change of one small group moves no other.
     */
    private LibraryGroups divideSmall(LibraryGroups groups) {
        List<Sharers> large = groups.all().stream()
                .filter(sharers -> groups.size(sharers) >= limits.small())
                .sorted(Sharers.MOST_FIRST)
                .toList();
        LibraryGroups divided = new LibraryGroups();
        for (Sharers sharers : groups.all()) {
            // The size of modules is unknown before they are built, and the plan must be the same then.
            boolean stays = sharers.kind() == Library.Kind.PROJECT || groups.size(sharers) >= limits.small();
            for (Sharers part : stays ? List.of(sharers) : parts(sharers, groups.size(sharers), large)) {
                divided.add(part, groups.libraries(sharers));
            }
        }
        return divided;
    }

    /**
     * Returns the groups that a small group is divided among; the group itself if the duplicated bytes would be as much
     * as a large one.
     */
    private List<Sharers> parts(Sharers small, long size, List<Sharers> large) {
        List<Sharers> parts = new ArrayList<>();
        SortedSet<String> left = new TreeSet<>(small.services());
        for (Sharers candidate : large) {
            if (candidate.kind() == small.kind() && left.containsAll(candidate.services())) {
                parts.add(candidate);
                left.removeAll(candidate.services());
            }
        }
        if (!left.isEmpty()) {
            parts.add(new Sharers(small.kind(), List.copyOf(left)));
        }
        return size * (parts.size() - 1) <= limits.small() ? parts : List.of(small);
    }

    /**
     * While an image has too many layers, removes its service from the smallest group that it shares; those libraries
     * are then among the service's own. The loop ends at the latest when the service shares nothing.
     */
    private void keepLimit(String service, LibraryGroups groups) {
        List<Sharers> shared = groups.all().stream()
                .filter(sharers -> sharers.isShared() && sharers.services().contains(service))
                .sorted(groups.smallestFirst())
                .toList();
        for (Sharers sharers : shared) {
            if (groups.count(service) <= limits.most()) {
                return;
            }
            List<Library> libraries = groups.remove(sharers);
            groups.add(sharers.without(service), libraries);
            groups.add(new Sharers(sharers.kind(), List.of(service)), libraries);
        }
    }
}
