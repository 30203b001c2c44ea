package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings for the deployment of a service.
 *
 * @param environment the environment that the service names, if any
 * @param endpoints the ports that the service listens on
 * @param environmentVariables the environment variables, in the order of declaration
 * @param references the services whose addresses this service needs
 */
public record DeploymentSettings(
        Optional<Reference> environment,
        List<Endpoint> endpoints,
        Map<String, Text> environmentVariables,
        List<Reference> references) {
    /** The settings of a service that declares none. */
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
