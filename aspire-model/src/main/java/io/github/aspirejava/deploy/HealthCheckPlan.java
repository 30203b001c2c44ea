package io.github.aspirejava.deploy;

import java.time.Duration;
import java.util.Optional;

/**
 * The check that tells whether a service can be used.
 *
 * @param port the port in the container
 * @param path the path of an HTTP request; empty if a connection is enough
 * @param startTimeout the time that the service may take until the check succeeds
 */
public record HealthCheckPlan(int port, Optional<String> path, Duration startTimeout) {}
