package io.github.aspirejava.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks that every reference in a model resolves to a resource of the right kind, and that file copies form no cycle.
 */
final class ReferenceRules {
    private final Problems problems;

    ReferenceRules(Problems problems) {
        this.problems = problems;
    }

    void check(List<Registry> registries, List<Environment> environments, List<Service> services) {
        Set<String> registryNames = names(registries);
        Set<String> environmentNames = names(environments);
        Set<String> serviceNames = names(services);
        for (Environment environment : environments) {
            environment.registry().ifPresent(registry -> checkKnown("registry", registry, registryNames));
        }
        for (Service service : services) {
            DeploymentSettings deployment = service.deployment();
            deployment.environment().ifPresent(environment -> checkKnown("environment", environment, environmentNames));
            deployment.references().forEach(reference -> checkKnown("service", reference, serviceNames));
            deployment.replicas().waitFor().forEach(awaited -> checkKnown("service", awaited, serviceNames));
            service.image().registry().ifPresent(registry -> checkKnown("registry", registry, registryNames));
            if (service instanceof BuiltService built) {
                built.files().forEach(file -> checkKnown("service", file.from(), serviceNames));
            }
        }
        checkFilesHaveNoCycle(services);
    }

    private static Set<String> names(List<? extends Resource> resources) {
        return resources.stream().map(Resource::name).collect(Collectors.toUnmodifiableSet());
    }

    private void checkKnown(String kind, Reference reference, Set<String> known) {
        if (known.contains(reference.name())) {
            return;
        }
        String fix = NearestName.of(reference.name(), known)
                .map(nearest -> "Write %s".formatted(nearest))
                .orElseGet(() -> known.isEmpty()
                        ? "Declare it, or remove the reference: the model has no %s".formatted(kind)
                        : "Write one of %s"
                                .formatted(String.join(
                                        ", ", known.stream().sorted().toList())));
        problems.add(reference.origin(), "There is no %s '%s'".formatted(kind, reference.name()), fix);
    }

    private void checkFilesHaveNoCycle(List<Service> services) {
        Map<String, BuiltService> built = services.stream()
                .filter(BuiltService.class::isInstance)
                .map(BuiltService.class::cast)
                .collect(Collectors.toMap(Resource::name, Function.identity(), (first, second) -> first));
        Set<String> done = new HashSet<>();
        for (BuiltService service : built.values().stream()
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList()) {
            visit(service, built, done, new ArrayDeque<>());
        }
    }

    private void visit(BuiltService service, Map<String, BuiltService> built, Set<String> done, Deque<String> path) {
        if (!done.contains(service.name())) {
            path.addLast(service.name());
            for (FileCopy file : service.files()) {
                BuiltService from = built.get(file.from().name());
                if (from == null) {
                    continue;
                }
                if (path.contains(from.name())) {
                    reportCycle(file.from(), path);
                } else {
                    visit(from, built, done, path);
                }
            }
            path.removeLast();
            done.add(service.name());
        }
    }

    private void reportCycle(Reference closing, Deque<String> path) {
        List<String> chain =
                path.stream().dropWhile(name -> !name.equals(closing.name())).toList();
        problems.add(
                closing.origin(),
                "Services copy files from each other in a cycle: %s → %s"
                        .formatted(String.join(" → ", chain), closing.name()),
                "Remove one of these <file> elements");
    }
}
