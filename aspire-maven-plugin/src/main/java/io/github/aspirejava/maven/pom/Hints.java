package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests a replacement for an element that is unknown in its parent. */
final class Hints {
    /** The parents of elements that are often written directly into the configuration. */
    private static final Map<String, List<String>> HOMES = Map.of(
            "Write it into <services>",
            List.of("javaApp", "dockerfile", "viteApp", "container"),
            "Write it into <registries>",
            List.of("containerRegistry", "ociLayout", "azureContainerRegistry"),
            "Write it into <environments>",
            List.of("azureContainerApps", "azureAppService", "dockerCompose"),
            "Write it into a service, such as <javaApp>",
            List.of(
                    "module",
                    "artifact",
                    "baseImage",
                    "mainClass",
                    "jvmFlags",
                    "arguments",
                    "platforms",
                    "tags",
                    "imageName",
                    "endpoints",
                    "environmentVariables",
                    "references",
                    "files",
                    "labels",
                    "buildArguments"),
            "Write it into a registry, such as <containerRegistry>",
            List.of(
                    "endpoint",
                    "repository",
                    "credentials",
                    "insecure",
                    "caFile",
                    "clientCertificate",
                    "clientKey",
                    "username",
                    "password"));

    private Hints() {}

    /**
     * Suggests a replacement for an unknown element: the parent that it belongs to, the equivalent of another tool's
     * element, the nearest name, the property of that name, or one of all known elements.
     *
     * @param known the names of the elements that are known there
     */
    static String insteadOf(String element, Collection<String> known) {
        return home(element, known)
                .or(() -> synonym(element, known))
                .or(() -> NearestName.of(element, known).map("Write <%s>"::formatted))
                .or(() -> property(element, known))
                .orElseGet(() -> oneOf(known));
    }

    private static Optional<String> home(String element, Collection<String> known) {
        return known.contains("services")
                ? HOMES.entrySet().stream()
                        .filter(home -> home.getValue().contains(element))
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> property(String element, Collection<String> known) {
        return known.contains("services")
                ? UserProperties.ofElement(element).map("Set the property %s"::formatted)
                : Optional.empty();
    }

    private static Optional<String> synonym(String element, Collection<String> known) {
        List<String> meant = Synonyms.of(element, known);
        return meant.isEmpty() ? Optional.empty() : Optional.of("Write " + listed(meant, " or "));
    }

    /** Lists the known elements, as a suggestion if no name is near. */
    static String oneOf(Collection<String> known) {
        return known.size() == 1 ? "Write " + listed(known, "") : "It may have " + listed(known, ", ");
    }

    private static String listed(Collection<String> names, String separator) {
        return names.stream().map("<%s>"::formatted).collect(Collectors.joining(separator));
    }

    /** Suggests a correction for an element that contains elements instead of a text. */
    static String insteadOfElements(String element) {
        return switch (element) {
            case "environment" ->
                "Write <environmentVariables> for variables; <environment> is the name of one of <environments>";
            case "registry" -> "Declare the registry in <registries>, and write its name: <registry>…</registry>";
            default -> "Write a text into it: <%1$s>…</%1$s>".formatted(element);
        };
    }
}
