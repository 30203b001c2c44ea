package io.github.aspirejava.bench;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An application of many services with overlapping class paths, at one point in time.
 *
 * @param libraries the libraries of each service, in the order of its class path
 * @param sources the number of changes to the sources of the first service
 */
record Fleet(Map<Integer, List<FleetLibrary>> libraries, int sources) {
    static final int SERVICES = 20;
    static final String SNAPSHOT = "snapshot";

    Fleet {
        libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    }

    Fleet withChangedClass() {
        return new Fleet(libraries, sources + 1);
    }

    Fleet withRebuiltSnapshot() {
        return with(service -> true, SNAPSHOT, FleetLibrary::rebuilt);
    }

    /** Returns the fleet with another version of a common library, in the first service. */
    Fleet withUpgradeInOne() {
        return with(service -> service == 1, "framework-1", FleetLibrary::upgraded);
    }

    /** Returns the fleet with another version of another common library, in all services. */
    Fleet withUpgradeEverywhere() {
        return with(service -> true, "framework-2", FleetLibrary::upgraded);
    }

    /** Returns the fleet with one more service, which uses the same libraries as the second one. */
    Fleet withNewService() {
        Map<Integer, List<FleetLibrary>> changed = new TreeMap<>(libraries);
        changed.put(SERVICES + 1, Names.get(libraries, 2));
        return new Fleet(changed, sources);
    }

    private Fleet with(IntPredicate services, String library, UnaryOperator<FleetLibrary> change) {
        Map<Integer, List<FleetLibrary>> changed = new TreeMap<>(libraries);
        changed.replaceAll((service, used) -> services.test(service)
                ? used.stream()
                        .map(one -> one.name().equals(library) ? change.apply(one) : one)
                        .toList()
                : used);
        return new Fleet(changed, sources);
    }

    Stream<FleetLibrary> distinct() {
        return libraries.values().stream().flatMap(List::stream).distinct();
    }

    long distinctBytes() {
        return distinct().mapToLong(FleetLibrary::size).sum();
    }

    long bytesOfServices() {
        return libraries.values().stream()
                .flatMap(List::stream)
                .mapToLong(FleetLibrary::size)
                .sum();
    }
}
