package io.github.aspirejava.deploy;

import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.ProbeSettings;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives the health check of a service from the model and from its frameworks. */
final class ServiceProbe {
    /** The paths of the frameworks' readiness checks, in order of preference. */
    private static final List<Map.Entry<Framework, String>> PATHS = List.of(
            Map.entry(Framework.SPRING_ACTUATOR, "/actuator/health/readiness"),
            Map.entry(Framework.QUARKUS_HEALTH, "/q/health/ready"),
            Map.entry(Framework.MICRONAUT_MANAGEMENT, "/health/readiness"),
            Map.entry(Framework.HELIDON_HEALTH, "/health/ready"));

    private final Service service;
    private final Traits traits;
    private final Map<String, Value> declared;

    ServiceProbe(Service service, Traits traits, Map<String, Value> declared) {
        this.service = service;
        this.traits = traits;
        this.declared = declared;
    }

    Optional<HealthCheckPlan> check() {
        ProbeSettings settings = service.deployment().replicas().probes();
        if (!settings.enabled()) {
            return Optional.empty();
        }
        if (settings.readiness().isPresent()) {
            ProbeSettings.Probe probe = settings.readiness().get();
            return port(probe)
                    .map(port -> new HealthCheckPlan(port, probe.path().map(Text::require), settings.startTimeout()));
        }
        return path().filter(path -> mainPort().isPresent())
                .map(path -> new HealthCheckPlan(managementPort(), Optional.of(path), settings.startTimeout()))
                .or(() ->
                        firstPort().map(port -> new HealthCheckPlan(port, Optional.empty(), settings.startTimeout())));
    }

    private Optional<Integer> port(ProbeSettings.Probe probe) {
        return probe.port().isPresent()
                ? Optional.of(probe.port().getAsInt())
                : mainPort().or(this::firstPort);
    }

    private Optional<String> path() {
        return PATHS.stream()
                .filter(path -> traits.has(path.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the first port that speaks HTTP. */
    private Optional<Integer> mainPort() {
        return MainEndpoint.of(service).map(Endpoint::port);
    }

    private Optional<Integer> firstPort() {
        return service.deployment().endpoints().stream().map(Endpoint::port).findFirst();
    }

    /** Returns the port that the frameworks answer health checks on, which variables may move. */
    private int managementPort() {
        return number("MANAGEMENT_SERVER_PORT")
                .filter(port -> traits.has(Framework.SPRING_ACTUATOR))
                .or(() -> number("QUARKUS_MANAGEMENT_PORT").filter(port -> traits.has(Framework.QUARKUS_HEALTH)))
                .or(() -> number("ENDPOINTS_ALL_PORT").filter(port -> traits.has(Framework.MICRONAUT_MANAGEMENT)))
                .or(this::mainPort)
                .orElseThrow();
    }

    private Optional<Integer> number(String variable) {
        return Optional.ofNullable(declared.get(variable))
                .flatMap(Value::literal)
                .filter(text -> text.matches("[1-9][0-9]{0,4}"))
                .map(Integer::valueOf);
    }
}
