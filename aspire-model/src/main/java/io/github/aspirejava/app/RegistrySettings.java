package io.github.aspirejava.app;

import java.time.Duration;

/**
 * Settings of the connections to all registries.
 *
 * @param connections the maximum number of concurrent requests to one registry
 * @param connectTimeout the time limit for establishing a connection
 * @param idleTimeout the time limit of a read or write without progress on a connection
 */
public record RegistrySettings(int connections, Duration connectTimeout, Duration idleTimeout) {
    /** The settings of a model that declares none. */
    public static final RegistrySettings DEFAULT =
            new RegistrySettings(5, Duration.ofSeconds(10), Duration.ofSeconds(60));
}
