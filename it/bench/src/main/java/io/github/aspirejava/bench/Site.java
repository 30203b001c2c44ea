package io.github.aspirejava.bench;

import java.nio.file.Path;

/**
 * The paths and addresses of a series.
 *
 * @param bench the directory of everything that a run makes
 * @param registry host and port of the registry that is pushed to
 * @param jibBase the reference of the base image in a registry: jib reads no image layout
 */
record Site(Path bench, String registry, String jibBase) {
    Path engine() {
        return bench.resolve("engine");
    }

    Path project() {
        return bench.resolve("project");
    }

    /** Returns the layout of the images, as this plugin creates them. */
    Path layout() {
        return bench.resolve("layout");
    }

    Path cache(String name) {
        return bench.resolve("cache").resolve(name);
    }

    /** Returns the base image that all share, in this plugin's notation. */
    String base() {
        return "oci:" + bench.resolve("base");
    }

    /** Returns the reference of an image in the registry. */
    String reference(int number) {
        return "%s/%s:%s".formatted(registry, Names.repository(number), Names.TAG);
    }
}
