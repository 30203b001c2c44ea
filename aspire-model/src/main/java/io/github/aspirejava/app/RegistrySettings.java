package io.github.aspirejava.app;

import java.time.Duration;

/**
 * How all registries are spoken to.
 *
 * @param connections how many requests one registry gets at the same time, at most
 * @param connectTimeout how long a connection may take to come about
 * @param idleTimeout how long a connection may be silent while something is awaited
 */
public record RegistrySettings(int connections, Duration connectTimeout, Duration idleTimeout) {
    /** Of a model that says nothing about it. */
    public static final RegistrySettings DEFAULT =
            new RegistrySettings(5, Duration.ofSeconds(10), Duration.ofSeconds(60));
}
