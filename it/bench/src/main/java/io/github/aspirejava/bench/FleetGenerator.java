package io.github.aspirejava.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Generates a {@link Fleet}, the same in each run. */
final class FleetGenerator {
    private static final long SEED = 20;
    private static final int ODD_LIBRARIES = 25;

    private final Random random = new Random(SEED);
    private final Map<Integer, List<FleetLibrary>> libraries = new TreeMap<>();

    /**
     * The groups of libraries in an application of this size: a framework in all services; additional ones in some,
     * such as persistence with its drivers, or the clients of a cloud; and those of a single service.
     */
    private enum Group {
        FRAMEWORK(Fleet.SERVICES, 40, 14),
        WEB(14, 12, 5),
        SECURITY(10, 8, 3),
        PERSISTENCE(8, 12, 14),
        MESSAGING(6, 6, 8),
        RPC(5, 14, 7),
        CACHE(5, 4, 3),
        CLOUD(3, 15, 20),
        SEARCH(2, 8, 12),
        REPORTS(2, 6, 10);

        private final int services;
        private final int jars;
        private final int megabytes;

        Group(int services, int jars, int megabytes) {
            this.services = services;
            this.jars = jars;
            this.megabytes = megabytes;
        }
    }

    Fleet generate() {
        for (int service = 1; service <= Fleet.SERVICES; service++) {
            libraries.put(service, new ArrayList<>());
        }
        for (Group group : Group.values()) {
            add(some(group.services), jars(group));
        }
        for (int i = 1; i <= ODD_LIBRARIES; i++) {
            // Small ones that some services use by chance.
            add(some(2 + random.nextInt(11)), List.of(library("odd-" + i, 20_000 + random.nextInt(280_000))));
        }
        for (int service = 1; service <= Fleet.SERVICES; service++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                String name = "own-%d-%d".formatted(service, i);
                add(List.of(service), List.of(library(name, 50_000 + random.nextInt(2_000_000))));
            }
        }
        add(some(6), List.of(new FleetLibrary(Fleet.SNAPSHOT, "1-SNAPSHOT", 400_000, 0)));
        libraries.values().forEach(used -> Collections.shuffle(used, random));
        return new Fleet(libraries, 0);
    }

    /** Generates few large jars and many small ones, with the total size of the group. */
    private List<FleetLibrary> jars(Group group) {
        double[] weights = DoubleStream.generate(() -> Math.pow(random.nextDouble(), 3) + 0.01)
                .limit(group.jars)
                .toArray();
        double all = DoubleStream.of(weights).sum();
        return IntStream.range(0, group.jars)
                .mapToObj(i -> library("%s-%d".formatted(group.name().toLowerCase(Locale.ROOT), i + 1), (long)
                        (weights[i] / all * group.megabytes * 1e6)))
                .toList();
    }

    private static FleetLibrary library(String name, long size) {
        return new FleetLibrary(name, "1", size, 0);
    }

    private List<Integer> some(int count) {
        List<Integer> services =
                IntStream.rangeClosed(1, Fleet.SERVICES).boxed().collect(Collectors.toList());
        Collections.shuffle(services, random);
        return services.subList(0, count);
    }

    private void add(List<Integer> services, List<FleetLibrary> added) {
        services.forEach(service -> Names.get(libraries, service).addAll(added));
    }
}
