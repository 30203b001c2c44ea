package io.github.aspirejava.maven.reference;

import io.github.aspirejava.app.Endpoint.Transport;
import io.github.aspirejava.app.ViteApp;
import java.util.List;

/** Describes {@code <services>}. */
final class ServiceElements {
    private static final String NAME = "Name of the service, by which other services refer to it.";

    private ServiceElements() {}

    static Element services() {
        return Element.kinds(
                "services",
                "Services, each with an image that is built or copied.",
                javaApp(),
                dockerfile(),
                viteApp(),
                container());
    }

    private static Element javaApp() {
        return Element.named(
                "javaApp",
                "A Java application, whose image is built without a container engine.",
                NAME,
                joined(List.of(
                        List.of(
                                Element.text("module", "Module of the build, as artifactId or groupId:artifactId.")
                                        .otherwise("the name; in the POM of a module that module"),
                                Element.text(
                                        "artifact",
                                        "Artifact of a repository, as `groupId:artifactId:version[:classifier]`. Excludes `<module>`."),
                                Element.text("baseImage", "Base image: a reference, `oci:PATH[:NAME]` or `scratch`.")
                                        .otherwise("chosen by the Java release of the classes"),
                                Element.text("mainClass", "Class with the main method.")
                                        .otherwise("that of the packaged artifact"),
                                Element.listOrText(
                                        "jvmFlags",
                                        Element.item("jvmFlag"),
                                        "Options of the virtual machine. A text is split at whitespace if each word begins with a hyphen."),
                                Element.listOrText(
                                        "arguments",
                                        Element.item("argument"),
                                        "Arguments of the program. A text is one argument, without whitespace and commas."),
                                Element.text(
                                        "appRoot",
                                        "Directory of a servlet container's image that a war file is copied to."),
                                Element.listOrText(
                                        "agents",
                                        Element.item("agent"),
                                        "Agents of the virtual machine: artifacts of a repository, as `groupId:artifactId:version[:classifier]`, beside the application. A text is split at commas and whitespace."),
                                Element.listOrText(
                                        "extraClasspath",
                                        Element.item("path"),
                                        "Paths in the image that are put in front of the class path: jars, directories, and all jars of one as `/opt/lib/*`. A text is split at commas and whitespace.")),
                        ImageElements.container(),
                        ImageElements.names("the version of the module or artifact"),
                        ImageElements.build(),
                        ImageElements.deployment(),
                        List.of(FileElements.files(), FileElements.localFiles()))));
    }

    private static Element dockerfile() {
        return Element.named(
                "dockerfile",
                "An image that a container engine builds from a Dockerfile.",
                NAME,
                joined(List.of(
                        List.of(
                                Element.text(
                                                "context",
                                                "Directory that is the build context; in the POM of a module its own directory by default.")
                                        .required(),
                                Element.text("file", "Path of the Dockerfile within the context.")
                                        .byDefault("Dockerfile"),
                                Element.text("content", "The Dockerfile itself. Excludes `<file>`.")
                                        .otherwise("read from `<file>`"),
                                Element.text("module", "Module that the Dockerfile copies from. Excludes `<modules>`.")
                                        .otherwise("found in the Dockerfile"),
                                Element.list(
                                                "modules",
                                                Element.item("module"),
                                                "Modules that the Dockerfile copies from.")
                                        .otherwise("found in the Dockerfile"),
                                Element.text("target", "Stage to build.").otherwise("the last stage"),
                                Element.entries(
                                        "buildArguments", "Build arguments: an element `<NAME>value</NAME>` for each."),
                                Element.list("buildSecrets", buildSecret(), "Secrets for `RUN --mount=type=secret`."),
                                Element.entries(
                                        "labels", "Labels of the image: an element `<KEY>value</KEY>` for each."),
                                Element.flag("pull", false, "Whether the engine looks for newer base images."),
                                Element.text("network", "Network of `RUN` instructions, such as `host` or `none`."),
                                Element.listOrText(
                                        "cacheFrom",
                                        Element.item("image"),
                                        "Images whose layers are used as a build cache. A text is one image."),
                                Element.listOrText(
                                        "cacheTo",
                                        Element.item("cache"),
                                        "Caches that BuildKit writes, such as `type=registry,ref=IMAGE`. A text is one cache."),
                                Element.flag("noCache", false, "Whether all instructions are executed again."),
                                Element.entries(
                                        "addHosts",
                                        "Host names for `RUN` instructions: an element `<NAME>ADDRESS</NAME>` for each."),
                                Element.text("shmSize", "Size of `/dev/shm` for `RUN` instructions, such as `128m`."),
                                Element.listOrText(
                                        "ssh",
                                        Element.item("agent"),
                                        "Agents and keys for `RUN --mount=type=ssh`, such as `default`. A text is one agent."),
                                Element.entries(
                                        "contexts",
                                        "Named contexts: an element `<NAME>` with a directory, `docker-image://IMAGE` or the address of a Git repository for each."),
                                Element.text(
                                                "provenance",
                                                "Provenance that BuildKit attests: `true`, `mode=max` or `false`.")
                                        .otherwise("none"),
                                Element.flag("sbom", false, "Whether BuildKit attests a software bill of materials.")),
                        ImageElements.names("the version of the project"),
                        ImageElements.build(),
                        ImageElements.command(),
                        ImageElements.deployment(),
                        List.of(FileElements.files()))));
    }

    private static Element buildSecret() {
        return Element.named(
                "buildSecret",
                "A secret that the build can read and the image does not keep. It has a `<value>` or a `<file>`.",
                "ID of the secret in the Dockerfile.",
                List.of(
                        Element.text("value", "Value, made of parameters."),
                        Element.text("file", "File with the value.")));
    }

    private static Element viteApp() {
        return Element.named(
                "viteApp",
                "A front end that is built by Vite. Without a `<server>` it only provides files for other services.",
                NAME,
                joined(List.of(
                        List.of(
                                Element.text("directory", "Directory of its `package.json`.")
                                        .otherwise("the name; in the POM of a module its own directory"),
                                Element.choice(
                                        "builder",
                                        ViteApp.BuildPlace.ENGINE,
                                        "Builder of the front end: a container `engine`, or the Node.js of the `host`."),
                                Element.choice("packageManager", ViteApp.PackageManager.class, "Package manager.")
                                        .otherwise("chosen by the lock file"),
                                Element.text("outputDirectory", "Output directory of Vite.")
                                        .byDefault("dist"),
                                Element.entries(
                                        "buildArguments",
                                        "Environment variables of the build: an element `<NAME>value</NAME>` for each."),
                                Element.list(
                                        "buildSecrets",
                                        buildSecret(),
                                        "Secrets for the installation of packages: a variable of that name, or the file `npmrc`."),
                                Element.text("nodeImage", "Image with Node.js that the engine builds in.")
                                        .otherwise("chosen by the version that the front end asks for"),
                                Element.childrenOr(
                                        "image",
                                        "server",
                                        "Server for the files. It makes the front end a service with an image of its own.",
                                        Element.text("image", "Image of the server.")
                                                .required(),
                                        Element.text("root", "Directory that the server serves.")
                                                .byDefault(ViteApp.Server.DEFAULT_ROOT),
                                        Element.text(
                                                        "configuration",
                                                        "Configuration of nginx: a file, `default` for that of the plugin, or `none` for that of the image.")
                                                .otherwise(
                                                        "`default` for the official images of nginx, `none` for others"),
                                        Element.number(
                                                        "port",
                                                        1,
                                                        65_535,
                                                        "Port of the plugin's configuration of nginx.")
                                                .byDefault(String.valueOf(ViteApp.Server.DEFAULT_PORT)),
                                        Element.entries(
                                                "proxies",
                                                "Addresses for requests: an element `<api>http://HOST:PORT</api>` for each first part of a path."))),
                        ImageElements.container(),
                        ImageElements.names("the version of the project"),
                        ImageElements.build(),
                        ImageElements.deployment(),
                        List.of(FileElements.files()))));
    }

    private static Element container() {
        return Element.named(
                "container",
                "A prebuilt image, which is copied to a registry of the model if it is mirrored.",
                NAME,
                joined(List.of(
                        List.of(
                                Element.text("image", "Reference of the image.").required(),
                                Element.flag(
                                        "mirror",
                                        false,
                                        "Whether the image is copied, with all platforms and its digest.")),
                        ImageElements.names("the tag of the image"),
                        ImageElements.command(),
                        ImageElements.deployment())));
    }

    private static List<Element> joined(List<List<Element>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** Describes an endpoint. */
    static Element endpoint() {
        return Element.childrenOr(
                "port",
                "endpoint",
                "A port that a service listens on.",
                Element.optionalText("name", "Name of the endpoint.")
                        .otherwise("`http`, and `http-PORT` for further ones"),
                Element.number("port", 1, 65_535, "Port in the container.").byDefault("8080"),
                Element.choice("transport", Transport.HTTP, "Protocol."),
                Element.flag("external", false, "Whether the endpoint is reachable from outside of the environment."),
                Element.number("exposedPort", 1, 65_535, "Port that the environment publishes an external endpoint on.")
                        .otherwise("chosen by the environment"));
    }
}
