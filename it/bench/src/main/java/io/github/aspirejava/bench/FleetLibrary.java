package io.github.aspirejava.bench;

/**
 * A library of the fleet.
 *
 * @param name its artifactId
 * @param size the approximate size of its jar, in bytes
 * @param revision the number of rebuilds under the same version; each is a byte longer
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
