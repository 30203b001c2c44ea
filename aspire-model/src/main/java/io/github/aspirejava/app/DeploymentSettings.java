package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how a service is run.
 *
 * @param environment the environment that is asked for by name
 * @param endpoints the ports it listens on
 * @param environmentVariables its environment variables, in the order declared
 * @param references the services whose addresses it needs
 */
public record DeploymentSettings(
        Optional<Reference> environment,
        List<Endpoint> endpoints,
        Map<String, Text> environmentVariables,
        List<Reference> references) {
    /** Of a service about which nothing is said. */
    public static final DeploymentSettings NONE =
            new DeploymentSettings(Optional.empty(), List.of(), Map.of(), List.of());

    /** Copies the collections. */
    public DeploymentSettings {
        endpoints = List.copyOf(endpoints);
        environmentVariables = Collections.unmodifiableMap(new LinkedHashMap<>(environmentVariables));
        references = List.copyOf(references);
    }

    List<Text> texts() {
        return new ArrayList<>(environmentVariables.values());
    }
}
