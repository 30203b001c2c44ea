package io.github.aspirejava.app;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The checks of a service's health. Checks that are not declared are derived from the frameworks of the service.
 *
 * @param enabled whether the service is checked at all
 * @param readiness the check that tells that the service can be used
 * @param startTimeout the time that the service may take until the first check succeeds
 */
public record ProbeSettings(boolean enabled, Optional<Probe> readiness, Duration startTimeout) {
    /** The time that a service may take to start if it declares none. */
    public static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(100);

    /** The settings of a service that declares none. */
    public static final ProbeSettings DEFAULT = new ProbeSettings(true, Optional.empty(), DEFAULT_START_TIMEOUT);

    /**
     * A check.
     *
     * @param path the path of an HTTP request; a connection is enough if it is empty
     * @param port the port; that of the first endpoint if empty
     */
    public record Probe(Optional<Text> path, OptionalInt port, Origin origin) {}
}
