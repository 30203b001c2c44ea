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
 * @param replicas the settings of the containers
 */
public record DeploymentSettings(
        Optional<Reference> environment,
        List<Endpoint> endpoints,
        Map<String, Text> environmentVariables,
        List<Reference> references,
        ReplicaSettings replicas) {
    /** The settings of a service that declares none. */
    public static final DeploymentSettings NONE =
            new DeploymentSettings(Optional.empty(), List.of(), Map.of(), List.of(), ReplicaSettings.NONE);

    /** Copies the collections. */
    public DeploymentSettings {
        endpoints = List.copyOf(endpoints);
        environmentVariables = Collections.unmodifiableMap(new LinkedHashMap<>(environmentVariables));
        references = List.copyOf(references);
    }

    /** Creates the settings of a service whose containers have defaults. */
    public DeploymentSettings(
            Optional<Reference> environment,
            List<Endpoint> endpoints,
            Map<String, Text> environmentVariables,
            List<Reference> references) {
        this(environment, endpoints, environmentVariables, references, ReplicaSettings.NONE);
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>(environmentVariables.values());
        texts.addAll(replicas.texts());
        return texts;
    }
}
