package io.github.aspirejava.maven.reference;

import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.ReplicaSettings;
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
                        "Whether the image is loaded into the engine of this machine, too. Without effect on an image that the engine builds."),
                Element.choice(
                                "format",
                                ImageSettings.Format.class,
                                "Format of the manifests. Some registries and engines accept only one of them.")
                        .otherwise("that of the base image or of the engine"));
    }

    /** Describes the elements that become the configuration of the image. */
    static List<Element> container() {
        return List.of(
                Element.text(
                                "user",
                                "User and optionally group of the process, by number or name: `1000`, `1000:1000`, `root`. `inherit` is the user of the base image.")
                        .otherwise("not root: see [users](images.md#user)"),
                Element.text("workingDirectory", "Directory that the process starts in, which the user may write to.")
                        .otherwise("that of the base image, else `/work`"),
                Element.listOrText(
                                "entrypoint",
                                Element.item("argument"),
                                "Entry point. A text is one argument; `inherit` keeps the entry point of the base image, which gets the command of the application as its arguments.")
                        .otherwise("the command of the application"),
                Element.listOrText(
                        "volumes",
                        Element.item("volume"),
                        "Directories for data that outlives a container. A text is split at commas and whitespace."),
                Element.entries(
                                "labels",
                                "Labels: an element `<KEY>value</KEY>` for each. An empty one removes a default or inherited label.")
                        .otherwise("see [labels](images.md#labels)"),
                Element.entries(
                        "annotations",
                        "Annotations of the manifest, and of the index of several platforms: an element `<KEY>value</KEY>` for each."),
                Element.text("stopSignal", "Signal that stops the process, such as `SIGTERM`."),
                healthcheck(),
                Element.text(
                                "created",
                                "Creation time of the image: an ISO 8601 time with an offset, or seconds since 1970.")
                        .otherwise("`project.build.outputTimestamp`, else 1970-01-01"));
    }

    private static Element healthcheck() {
        return Element.childrenOr(
                "command",
                "healthcheck",
                "Check of the health of a container, for Docker. The text `none` disables that of the base image.",
                Element.listOrText(
                                "command",
                                Element.item("argument"),
                                "Command. A text is run by the shell of the image, a list without a shell.")
                        .required(),
                Element.text("interval", "Time between two checks, such as `30s`."),
                Element.text("timeout", "Time that a check may take."),
                Element.text("startPeriod", "Time after the start in which failures do not count."),
                Element.number("retries", 1, 1000, "Number of consecutive failures that make a container unhealthy."));
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
                        "environmentVariables",
                        "Environment variables: an element `<NAME>value</NAME>` for each. `{api.url}`, `{db.host}`, `{db.port}` and `{db.hostAndPort}` stand for the address of a service, `{db.tcp.port}` for that of an endpoint, `{password:uri}` for a value in a URI."),
                Element.listOrText(
                        "references",
                        Element.item("reference"),
                        "Names of services whose addresses the service needs. A text is split at commas and whitespace."),
                Element.listOrText(
                        "waitFor",
                        Element.item("service"),
                        "Names of services that have to be healthy before this one is started. A text is split at commas and whitespace."),
                Element.childrenOr(
                        "readiness",
                        "probes",
                        "Checks of the health. The text `none` switches them off.",
                        Element.childrenOr(
                                "path",
                                "readiness",
                                "Check that the service can be used.",
                                Element.text("path", "Path of an HTTP request.").otherwise("a connection is enough"),
                                Element.number("port", 1, 65_535, "Port of the check.")
                                        .otherwise("that of the first endpoint")),
                        Element.text("startTimeout", "Time that the service may take to become healthy.")
                                .byDefault("100s")),
                Element.children(
                        "resources",
                        "Limits of the containers.",
                        Element.text("memory", "Memory, such as `512Mi` or `2Gi`."),
                        Element.text("cpu", "Number of processors, such as `0.5`.")),
                Element.list("mounts", mount(), "Directories whose data outlives a container."),
                Element.number(
                                "shutdown",
                                1,
                                600,
                                "Seconds between the signal to stop and the end of the process. Spring Boot and Quarkus end requests gracefully in them.")
                        .otherwise(
                                "%d, without a graceful stop".formatted(ReplicaSettings.DEFAULT_SHUTDOWN.toSeconds())));
    }

    /** Describes the elements that replace the command of an image. */
    static List<Element> command() {
        return List.of(
                Element.listOrText(
                                "command",
                                Element.item("argument"),
                                "Command that replaces the entry point of the image where it runs. A text is one argument.")
                        .otherwise("that of the image"),
                Element.listOrText(
                                "arguments",
                                Element.item("argument"),
                                "Arguments that replace those of the image where it runs. A text is one argument.")
                        .otherwise("those of the image"));
    }

    private static Element mount() {
        return Element.children(
                "mount",
                "A volume, or a directory of this machine, in the container.",
                Element.text("name", "Name of the volume. Excludes `<source>`."),
                Element.text("source", "Directory or file of this machine. Excludes `<name>`."),
                Element.text("path", "Path in the container.").required(),
                Element.flag("readOnly", false, "Whether the container cannot write to it."));
    }
}
