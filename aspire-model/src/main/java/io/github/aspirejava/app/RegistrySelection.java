package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Selects the environment of each service and the registry that its image is pushed to. The first of these that is
 * present: the service's own {@code <registry>}; the registry of its environment; the only registry of the model; and,
 * if the model has none, the registry implied by the service's Azure environment. Several candidates or none is a
 * mistake: there is no silent choice.
 *
 * @param registries the declared registries, followed by the implied ones
 */
record RegistrySelection(
        List<Registry> registries,
        Map<String, Registry> registryOfService,
        Map<String, Environment> environmentOfService) {

    static RegistrySelection of(
            List<Registry> declared, List<Environment> environments, List<Service> services, Problems problems) {
        List<Registry> registries = new ArrayList<>(declared);
        Map<String, Registry> registryOfService = new HashMap<>();
        Map<String, Environment> environmentOfService = new HashMap<>();
        for (Service service : services) {
            Optional<Environment> environment = environment(service, environments, problems);
            environment.ifPresent(chosen -> environmentOfService.put(service.name(), chosen));
            if (service.isPushed()) {
                boolean environmentIsMistaken = environment.isEmpty() && !environments.isEmpty();
                if (service.image().registry().isPresent() || !environmentIsMistaken) {
                    registry(service, environment, declared, registries, problems)
                            .ifPresent(chosen -> registryOfService.put(service.name(), chosen));
                }
            }
        }
        return new RegistrySelection(
                List.copyOf(registries), Map.copyOf(registryOfService), Map.copyOf(environmentOfService));
    }

    private static Optional<Environment> environment(
            Service service, List<Environment> environments, Problems problems) {
        Optional<Reference> asked = service.deployment().environment();
        if (asked.isPresent()) {
            return find(environments, asked.get().name());
        }
        boolean runs = !(service instanceof BuiltService built) || built.isPushed();
        if (environments.size() > 1 && runs) {
            problems.add(
                    service.origin(),
                    "Service '%s' has no <environment> and the model has several: %s"
                            .formatted(service.name(), names(environments)),
                    "Add <environment>%s</environment> to it"
                            .formatted(environments.get(0).name()));
            return Optional.empty();
        }
        return environments.size() == 1 ? Optional.of(environments.get(0)) : Optional.empty();
    }

    private static Optional<Registry> registry(
            Service service,
            Optional<Environment> environment,
            List<Registry> declared,
            List<Registry> registries,
            Problems problems) {
        Optional<Reference> asked = service.image().registry().or(() -> environment.flatMap(Environment::registry));
        if (asked.isPresent()) {
            return find(declared, asked.get().name());
        }
        if (declared.size() == 1) {
            return Optional.of(declared.get(0));
        }
        if (declared.size() > 1) {
            problems.add(
                    service.origin(),
                    "Service '%s' has no <registry> and the model has several: %s"
                            .formatted(service.name(), names(declared)),
                    "Add <registry>%s</registry> to it"
                            .formatted(declared.get(0).name()));
            return Optional.empty();
        }
        if (environment.filter(DockerCompose.class::isInstance).isPresent()) {
            // The image is loaded into the engine.
            return Optional.empty();
        }
        if (environment.isPresent()) {
            Registry implied = AzureContainerRegistry.impliedBy(environment.get());
            return Optional.of(find(registries, implied.name()).orElseGet(() -> {
                registries.add(implied);
                return implied;
            }));
        }
        problems.add(
                service.origin(),
                "Service '%s' has no registry to push to".formatted(service.name()),
                "Add to the configuration: <registries><containerRegistry><name>docker</name><endpoint>ghcr.io</endpoint>"
                        + "</containerRegistry></registries>");
        return Optional.empty();
    }

    private static <R extends Resource> Optional<R> find(List<R> resources, String name) {
        return resources.stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst();
    }

    private static String names(List<? extends Resource> resources) {
        return resources.stream().map(Resource::name).collect(Collectors.joining(", "));
    }
}
