package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.ReplicaSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the deployment settings of a service. */
final class DeploymentReader {
    private static final int MOST_PORT = 65_535;
    private static final int DEFAULT_PORT = 8080;
    private static final String DEFAULT_NAME = "http";

    private final NotYetUsed notYetUsed;
    private final Problems problems;

    DeploymentReader(NotYetUsed notYetUsed, Problems problems) {
        this.notYetUsed = notYetUsed;
        this.problems = problems;
    }

    /** Reads the settings of a service whose image gets its environment variables and ports from the model. */
    DeploymentSettings ofImage(ElementReader service) {
        DeploymentSettings settings = read(service, ReplicaSettingsReader::read);
        service.child("endpoints").stream()
                .flatMap(endpoints -> endpoints.children().stream())
                .flatMap(endpoint -> endpoint.children().stream())
                .filter(child -> !child.name().equals("port"))
                .forEach(child -> notYetUsed.note(service.name(), child));
        service.child("environmentVariables").stream()
                .flatMap(variables -> variables.children().stream())
                .filter(variable -> isAddressed(settings, variable))
                .forEach(variable -> notYetUsed.note(service.name(), variable));
        note(service, Stream.of("references"));
        note(service, ReplicaSettingsReader.ELEMENTS.stream());
        return settings;
    }

    /** Reads the settings of a service whose image is built from a source that defines ports and variables itself. */
    DeploymentSettings ofBuilt(ElementReader service) {
        note(service, Stream.of("endpoints", "environmentVariables", "references"));
        note(service, ReplicaSettingsReader.ELEMENTS.stream());
        note(service, ReplicaSettingsReader.COMMAND.stream());
        return read(service, ReplicaSettingsReader::readWithCommand);
    }

    /** Reads the settings of a service with a prebuilt image. */
    DeploymentSettings ofPrebuilt(ElementReader service) {
        note(service, Stream.of("environment"));
        return ofBuilt(service);
    }

    /** Reads the settings of a front end that is not run as a service. */
    DeploymentSettings ofNone(ElementReader service) {
        return read(service, ReplicaSettingsReader::read);
    }

    /** Returns whether the value of a variable is known only when services are deployed. */
    private static boolean isAddressed(DeploymentSettings settings, PomElement variable) {
        return Optional.ofNullable(settings.environmentVariables().get(variable.name()))
                .filter(text -> !text.addresses().isEmpty())
                .isPresent();
    }

    private void note(ElementReader service, Stream<String> elements) {
        elements.map(service::child)
                .flatMap(Optional::stream)
                .forEach(element -> notYetUsed.note(service.name(), element));
    }

    private DeploymentSettings read(ElementReader service, Function<ReplicaSettingsReader, ReplicaSettings> replicas) {
        return new DeploymentSettings(
                service.reference("environment"),
                endpoints(service),
                service.deployedMap("environmentVariables"),
                service.list("references", "reference", TextAsList.SEPARATED, leaf -> reference(service, leaf)).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                replicas.apply(new ReplicaSettingsReader(service, problems)));
    }

    private static Optional<Reference> reference(ElementReader service, PomElement leaf) {
        return service.leaves().isText(leaf)
                ? Optional.of(new Reference(leaf.value(), leaf.origin()))
                : Optional.empty();
    }

    private static List<Endpoint> endpoints(ElementReader service) {
        Set<String> names = new HashSet<>();
        return service.list("endpoints", "endpoint", TextAsList.SEPARATED, element -> {
            Endpoint endpoint = endpoint(service.reading(element), names);
            names.add(endpoint.name());
            return endpoint;
        });
    }

    /**
     * Reads an endpoint, either with child elements or with its port as the text.
     *
     * @param names the names of the endpoints before it: the default name is used once
     */
    private static Endpoint endpoint(ElementReader reader, Set<String> names) {
        Optional<PomElement> port = reader.childOrText("port").filter(element -> !isEmpty(element));
        int number = port.map(one -> reader.leaves().number(one, 1, MOST_PORT, DEFAULT_PORT))
                .orElse(DEFAULT_PORT);
        Endpoint endpoint = new Endpoint(
                reader.child("name")
                        .map(reader.leaves()::value)
                        .orElseGet(() -> names.contains(DEFAULT_NAME) ? DEFAULT_NAME + "-" + number : DEFAULT_NAME),
                number,
                reader.choice("transport", Endpoint.Transport.class, Endpoint.Transport.HTTP),
                reader.flag("external", false),
                reader.child("exposedPort")
                        .map(exposed -> OptionalInt.of(reader.leaves().number(exposed, 1, MOST_PORT, DEFAULT_PORT)))
                        .orElse(OptionalInt.empty()),
                reader.origin());
        reader.finish();
        return endpoint;
    }

    /** Returns whether an endpoint says nothing, so that it has the default port. */
    private static boolean isEmpty(PomElement endpoint) {
        return endpoint.name().equals("endpoint")
                && endpoint.value().isEmpty()
                && endpoint.attributes().isEmpty();
    }
}
