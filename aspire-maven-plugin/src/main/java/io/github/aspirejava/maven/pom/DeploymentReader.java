package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Reference;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the deployment settings of a service. */
final class DeploymentReader {
    private static final int MOST_PORT = 65_535;
    private static final int DEFAULT_PORT = 8080;

    private final NotYetUsed notYetUsed;

    DeploymentReader(NotYetUsed notYetUsed) {
        this.notYetUsed = notYetUsed;
    }

    /** Reads the settings of a service whose image gets its environment variables and ports from the model. */
    DeploymentSettings ofImage(ElementReader service) {
        DeploymentSettings settings = read(service);
        service.child("endpoints").stream()
                .flatMap(endpoints -> endpoints.children().stream())
                .flatMap(endpoint -> endpoint.children().stream())
                .filter(child -> !child.name().equals("port"))
                .forEach(notYetUsed::note);
        service.child("references").ifPresent(notYetUsed::note);
        return settings;
    }

    /** Reads the settings of a service whose image is built from a source that defines ports and variables itself. */
    DeploymentSettings ofBuilt(ElementReader service) {
        Stream.of("endpoints", "environmentVariables", "references")
                .forEach(child -> service.child(child).ifPresent(notYetUsed::note));
        return read(service);
    }

    /** Reads the settings of a service with a prebuilt image. */
    DeploymentSettings ofPrebuilt(ElementReader service) {
        service.child("environment").ifPresent(notYetUsed::note);
        return ofBuilt(service);
    }

    /** Reads the settings of a front end that is not run as a service. */
    DeploymentSettings ofNone(ElementReader service) {
        return read(service);
    }

    private static DeploymentSettings read(ElementReader service) {
        return new DeploymentSettings(
                service.reference("environment"),
                service.list(
                        "endpoints", "endpoint", TextAsList.SEPARATED, element -> endpoint(service.reading(element))),
                service.map("environmentVariables"),
                service.list("references", "reference", TextAsList.SEPARATED, leaf -> reference(service, leaf)).stream()
                        .flatMap(Optional::stream)
                        .toList());
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
                reader.flag("external", false));
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
