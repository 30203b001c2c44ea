package io.github.aspirejava.bench;

/**
 * A library of the fleet.
 *
 * @param name its artifactId
 * @param size of its jar, in bytes and about
 * @param revision how often it was built anew under the same version; each time it is a byte longer
 */
record FleetLibrary(String name, String version, long size, int revision) {
    static final String GROUP = "bench.fleet";

    String jar() {
        return "%s-%s.jar".formatted(name, version);
    }

    FleetLibrary upgraded() {
        return new FleetLibrary(name, "2", size, 0);
    }

    FleetLibrary rebuilt() {
        return new FleetLibrary(name, version, size, revision + 1);
    }
}
