package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.ReplicaSettings;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the deployment settings of a service. */
final class DeploymentReader {
    private static final int MOST_PORT = 65_535;
    private static final int DEFAULT_PORT = 8080;

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
        // The arguments of an application are part of its image.
        note(service, ReplicaSettingsReader.ELEMENTS.stream().filter(name -> !name.equals("arguments")));
        return settings;
    }

    /** Reads the settings of a service whose image is built from a source that defines ports and variables itself. */
    DeploymentSettings ofBuilt(ElementReader service) {
        note(service, Stream.of("endpoints", "environmentVariables", "references"));
        note(service, ReplicaSettingsReader.ELEMENTS.stream());
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
                service.list(
                        "endpoints", "endpoint", TextAsList.SEPARATED, element -> endpoint(service.reading(element))),
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

    /** Reads an endpoint, either with child elements or with its port as the text. */
    private static Endpoint endpoint(ElementReader reader) {
        Optional<PomElement> port = reader.childOrText("port").filter(element -> !isEmpty(element));
        Endpoint endpoint = new Endpoint(
                reader.child("name").map(reader.leaves()::value).orElse("http"),
                port.map(number -> reader.leaves().number(number, 1, MOST_PORT, DEFAULT_PORT))
                        .orElse(DEFAULT_PORT),
                reader.choice("transport", Endpoint.Transport.class, Endpoint.Transport.HTTP),
                reader.flag("external", false),
                reader.child("exposedPort")
                        .map(number -> OptionalInt.of(reader.leaves().number(number, 1, MOST_PORT, DEFAULT_PORT)))
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
