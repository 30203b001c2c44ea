package io.github.aspirejava.deploy;

import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Service;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that make a framework fit its container: the port of its server, its health endpoints, its graceful
 * stop, and the heap of the virtual machine. A variable of the model wins.
 */
final class FrameworkVariables {
    private static final int DEFAULT_PORT = 8080;
    private static final long GIBIBYTE = 1L << 30;
    /** The time between the end of a graceful stop and the end of the container. */
    private static final Duration RESERVE = Duration.ofSeconds(5);

    private final Service service;
    private final Traits traits;
    private final Map<String, Value> declared;
    private final Map<String, Value> variables = new LinkedHashMap<>();

    FrameworkVariables(Service service, Traits traits, Map<String, Value> declared) {
        this.service = service;
        this.traits = traits;
        this.declared = declared;
    }

    Map<String, Value> get() {
        MainEndpoint.of(service)
                .map(Endpoint::port)
                .filter(port -> port != DEFAULT_PORT)
                .ifPresent(this::port);
        if (traits.has(Framework.SPRING_ACTUATOR)
                && service.deployment().replicas().probes().enabled()) {
            // Spring Boot has them outside of Kubernetes only if it is told to.
            put("MANAGEMENT_ENDPOINT_HEALTH_PROBES_ENABLED", "true");
        }
        service.deployment().replicas().shutdown().ifPresent(this::shutdown);
        if (traits.java()) {
            service.deployment().replicas().memory().ifPresent(this::heap);
        }
        return variables;
    }

    private void port(int port) {
        String number = Integer.toString(port);
        if (traits.has(Framework.SPRING_BOOT)) {
            put("SERVER_PORT", number);
        } else if (traits.has(Framework.QUARKUS)) {
            put("QUARKUS_HTTP_PORT", number);
        } else if (traits.has(Framework.MICRONAUT)) {
            put("MICRONAUT_SERVER_PORT", number);
        }
    }

    private void shutdown(Duration time) {
        String seconds = "%ds".formatted(Math.max(1, time.minus(RESERVE).toSeconds()));
        if (traits.has(Framework.SPRING_BOOT)) {
            put("SERVER_SHUTDOWN", "graceful");
            put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", seconds);
        } else if (traits.has(Framework.QUARKUS)) {
            put("QUARKUS_SHUTDOWN_TIMEOUT", seconds);
        }
    }

    /** Lets the heap use what the container pays for; the virtual machine's own default is a quarter. */
    private void heap(long memory) {
        boolean declaresHeap = declared.containsKey("JAVA_TOOL_OPTIONS")
                || declared.containsKey("JDK_JAVA_OPTIONS")
                || (service instanceof JavaApp app
                        && app.jvmFlags().stream()
                                .map(Object::toString)
                                .anyMatch(flag -> flag.startsWith("-Xmx") || flag.contains("MaxRAM")));
        if (!declaresHeap) {
            int percent = memory < GIBIBYTE ? 50 : memory < 2 * GIBIBYTE ? 65 : 75;
            put("JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=%d -XX:+ExitOnOutOfMemoryError".formatted(percent));
        }
    }

    private void put(String name, String value) {
        if (Optional.ofNullable(declared.get(name)).isEmpty()) {
            variables.put(name, Value.of(value));
        }
    }
}
