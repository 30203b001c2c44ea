package io.github.aspirejava.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks the settings of deployments: endpoints, addresses of other services, and the order of starts. */
final class DeploymentRules {
    private final Problems problems;

    DeploymentRules(Problems problems) {
        this.problems = problems;
    }

    void check(AppModel model) {
        for (Service service : model.services()) {
            checkEndpoints(service);
            checkCommand(service);
            for (Text text : service.deployment().environmentVariables().values()) {
                text.addresses().forEach(address -> checkAddress(address, text, service, model));
            }
            for (Reference reference : service.deployment().references()) {
                service(reference.name(), model)
                        .ifPresent(target -> checkReachable(reference.origin(), service, target, model));
            }
            service.deployment().replicas().waitFor().forEach(awaited -> checkAwaited(awaited, service, model));
        }
        checkNoCycle(model);
    }

    private void checkEndpoints(Service service) {
        Map<String, Endpoint> byName = new HashMap<>();
        Map<Integer, Endpoint> byPort = new HashMap<>();
        for (Endpoint endpoint : service.deployment().endpoints()) {
            Endpoint namesake = byName.putIfAbsent(endpoint.name(), endpoint);
            if (namesake != null) {
                problems.add(
                        endpoint.origin(),
                        "Two endpoints of '%s' are named '%s'".formatted(service.name(), endpoint.name()),
                        "Write another <name> into one of them, such as <name>admin</name>");
            }
            Endpoint first = byPort.putIfAbsent(endpoint.port(), endpoint);
            if (first != null && isTcp(first) != isTcp(endpoint)) {
                problems.add(
                        endpoint.origin(),
                        "Port %d of '%s' has two protocols: %s and %s"
                                .formatted(
                                        endpoint.port(),
                                        service.name(),
                                        first.transport().word(),
                                        endpoint.transport().word()),
                        "Write the same <transport> into both endpoints, or another <port> into one");
            }
        }
    }

    private static boolean isTcp(Endpoint endpoint) {
        return endpoint.transport() == Endpoint.Transport.TCP;
    }

    private void checkCommand(Service service) {
        ReplicaSettings replicas = service.deployment().replicas();
        for (List<Text> words : List.of(replicas.command(), replicas.arguments())) {
            words.stream()
                    .filter(Text::isSecret)
                    .forEach(word -> problems.add(
                            word.origin(),
                            "The command of '%s' contains the secret %s, and is readable by everyone who sees the process"
                                    .formatted(service.name(), word),
                            "Set an environment variable instead: <environmentVariables><PASSWORD>%s</PASSWORD></environmentVariables>"
                                    .formatted(word)));
        }
    }

    private void checkAddress(TextPart.Address address, Text text, Service user, AppModel model) {
        if (model.environmentOf(user).isEmpty() && model.environments().isEmpty()) {
            problems.add(
                    text.origin(),
                    "%s has no value, because the model has no environment that services are deployed to"
                            .formatted(address),
                    "Declare one: <environments><dockerCompose>local</dockerCompose></environments>, or write {%s} for the text itself"
                            .formatted(address));
            return;
        }
        Optional<Service> target = service(address.service(), model);
        if (target.isEmpty()) {
            Set<String> names = model.services().stream().map(Service::name).collect(Collectors.toSet());
            problems.add(
                    text.origin(),
                    "%s: there is no service '%s'".formatted(address, address.service()),
                    NearestName.of(address.service(), names)
                            .map(nearest -> "Write %s"
                                    .formatted(new TextPart.Address(nearest, address.endpoint(), address.property())))
                            .orElseGet(() -> "Declare it, or write {%s} for the text itself".formatted(address)));
            return;
        }
        List<Endpoint> endpoints = target.get().deployment().endpoints();
        List<String> names = endpoints.stream().map(Endpoint::name).toList();
        if (endpoints.isEmpty()) {
            problems.add(
                    text.origin(),
                    "%s: service '%s' has no endpoint".formatted(address, address.service()),
                    "Add <endpoints><endpoint/></endpoints> to it, with its <port>");
        } else if (address.endpoint().isPresent()
                && !names.contains(address.endpoint().get())) {
            problems.add(
                    text.origin(),
                    "%s: service '%s' has no endpoint '%s'"
                            .formatted(
                                    address,
                                    address.service(),
                                    address.endpoint().get()),
                    "Write one of " + String.join(", ", names));
        } else {
            checkReachable(text.origin(), user, target.get(), model);
        }
    }

    private void checkReachable(Origin origin, Service user, Service target, AppModel model) {
        Optional<Environment> from = model.environmentOf(user);
        Optional<Environment> to = model.environmentOf(target);
        if (from.isEmpty() && to.isEmpty()) {
            return;
        }
        if (target instanceof BuiltService built && !built.isPushed()) {
            problems.add(
                    origin,
                    "'%s' refers to '%s', which only provides files and is not deployed"
                            .formatted(user.name(), target.name()),
                    target instanceof ViteApp ? "Give it a <server>, or remove the reference" : "Remove the reference");
        } else if (!from.equals(to)) {
            boolean external = target.deployment().endpoints().stream().anyMatch(Endpoint::external);
            boolean onThisMachine = from.filter(DockerCompose.class::isInstance).isPresent()
                    || to.filter(DockerCompose.class::isInstance).isPresent();
            if (!external || onThisMachine) {
                problems.add(
                        origin,
                        "'%s' cannot reach '%s', which runs in another environment%s"
                                .formatted(user.name(), target.name(), external ? "" : " and has no external endpoint"),
                        "Write the same <environment> into both, or remove the reference");
            }
        }
    }

    private void checkAwaited(Reference awaited, Service service, AppModel model) {
        Optional<Service> target = service(awaited.name(), model);
        if (target.isEmpty()) {
            return;
        }
        boolean runs = !(target.get() instanceof BuiltService built) || built.isPushed();
        if (!runs || !model.environmentOf(target.get()).equals(model.environmentOf(service))) {
            problems.add(
                    awaited.origin(),
                    "'%s' waits for '%s', which %s"
                            .formatted(
                                    service.name(),
                                    awaited.name(),
                                    runs ? "runs in another environment" : "is not deployed"),
                    "Remove it from <waitFor>");
        }
    }

    private static Optional<Service> service(String name, AppModel model) {
        return model.resource(name).filter(Service.class::isInstance).map(Service.class::cast);
    }

    private void checkNoCycle(AppModel model) {
        Set<String> done = new HashSet<>();
        model.services().forEach(service -> visit(service, model, done, new ArrayDeque<>()));
    }

    private void visit(Service service, AppModel model, Set<String> done, Deque<String> path) {
        if (done.contains(service.name())) {
            return;
        }
        path.addLast(service.name());
        for (Reference awaited : service.deployment().replicas().waitFor()) {
            if (path.contains(awaited.name())) {
                List<String> chain = path.stream()
                        .dropWhile(name -> !name.equals(awaited.name()))
                        .toList();
                problems.add(
                        awaited.origin(),
                        "Services wait for each other in a cycle: %s → %s"
                                .formatted(String.join(" → ", chain), awaited.name()),
                        "Remove one of these names from <waitFor>");
            } else {
                service(awaited.name(), model).ifPresent(next -> visit(next, model, done, path));
            }
        }
        path.removeLast();
        done.add(service.name());
    }
}
