package io.github.aspirejava.deploy;

/** A library or framework on a service's class path that decides about its health checks and variables. */
public enum Framework {
    SPRING_BOOT,
    /** Spring Boot's health endpoints. */
    SPRING_ACTUATOR,
    /** Spring Cloud's service discovery, which has a list of services in properties. */
    SPRING_CLOUD,
    QUARKUS,
    QUARKUS_HEALTH,
    QUARKUS_REST_CLIENT,
    MICRONAUT,
    /** Micronaut's health endpoints. */
    MICRONAUT_MANAGEMENT,
    MICRONAUT_HTTP_CLIENT,
    /** Helidon's health endpoints. */
    HELIDON_HEALTH
}
