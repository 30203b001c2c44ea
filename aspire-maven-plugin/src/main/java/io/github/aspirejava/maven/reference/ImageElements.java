package io.github.aspirejava.maven.reference;

import java.util.List;

/** Describes the elements that several kinds of services share. */
final class ImageElements {
    private ImageElements() {}

    /** Describes the elements that name an image in a registry. */
    static List<Element> names(String tagByDefault) {
        return List.of(
                Element.text("registry", "Name of the registry that the image is pushed to.")
                        .otherwise("that of the environment, else the only one of the model"),
                Element.text(
                                "imageName",
                                "Name of the image below endpoint and repository. One that begins with a host overrides both.")
                        .otherwise("the name in lower case"),
                Element.listOrText(
                                "tags",
                                Element.item("tag"),
                                "Tags; a `+` becomes `-`. A text is split at commas and whitespace.")
                        .otherwise(tagByDefault));
    }

    /** Describes the elements of an image that is built. */
    static List<Element> build() {
        return List.of(
                Element.listOrText(
                                "platforms",
                                Element.item("platform"),
                                "Platforms such as `linux/arm64`. A text is split at commas and whitespace.")
                        .byDefault("linux/amd64"),
                Element.flag(
                        "load",
                        false,
                        "Whether the image is loaded into the engine of this machine, too. Without effect on an image that the engine builds."));
    }

    /** Describes the elements that configure the deployment of a service. */
    static List<Element> deployment() {
        return List.of(
                Element.text("environment", "Name of the environment that the service is assigned to."),
                Element.listOrText(
                        "endpoints",
                        ServiceElements.endpoint(),
                        "Ports that the service listens on. A text is a list of ports, separated by commas and whitespace."),
                Element.entries(
                        "environmentVariables", "Environment variables: an element `<NAME>value</NAME>` for each."),
                Element.listOrText(
                        "references",
                        Element.item("reference"),
                        "Names of services whose addresses the service needs. A text is split at commas and whitespace."));
    }
}
