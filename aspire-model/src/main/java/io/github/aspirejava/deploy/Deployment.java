package io.github.aspirejava.deploy;

import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.ReplicaSettings;
import io.github.aspirejava.app.Service;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service as it is deployed, whatever the environment: the model's settings, completed by what its frameworks need.
 *
 * @param service the service
 * @param environment the environment variables, in their order
 * @param check the check of its health; empty if it only has to run
 */
public record Deployment(Service service, Map<String, Value> environment, Optional<HealthCheckPlan> check) {
    /** Copies the map. */
    public Deployment {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** Returns the name of the service. */
    public String name() {
        return service.name();
    }

    /** Returns the ports that the service listens on. */
    public List<Endpoint> endpoints() {
        return service.deployment().endpoints();
    }

    /** Returns the settings of the containers. */
    public ReplicaSettings replicas() {
        return service.deployment().replicas();
    }

    /** Returns the time between the signal to stop and the end of the process. */
    public Duration shutdown() {
        return replicas().shutdown().orElse(ReplicaSettings.DEFAULT_SHUTDOWN);
    }
}
