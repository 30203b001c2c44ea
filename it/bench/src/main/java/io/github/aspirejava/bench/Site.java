package io.github.aspirejava.bench;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param it the directory of the integration tests
 * @param registry host and port of the registry that is pushed to
 * @param jibBase the reference of the base image in a registry: jib reads no image layout
 */
record Site(Path it, String registry, String jibBase) {
    /** Everything that a run makes. */
    Path bench() {
        return it.resolve("target/bench");
    }

    Path engine() {
        return bench().resolve("engine");
    }

    Path project() {
        return bench().resolve("project");
    }

    /** The images, as this plugin makes them. */
    Path layout() {
        return bench().resolve("layout");
    }

    Path cache(String name) {
        return bench().resolve("cache").resolve(name);
    }

    /** The base image that all share, as this plugin names it. */
    String base() {
        return "oci:" + it.resolve("target/base");
    }

    /** The reference of an image in the registry. */
    String reference(int number) {
        return "%s/%s:%s".formatted(registry, Names.repository(number), Names.TAG);
    }
}
