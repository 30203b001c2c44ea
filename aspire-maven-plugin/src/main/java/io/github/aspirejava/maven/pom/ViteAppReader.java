package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import java.util.List;
import java.util.Optional;

/** Reads {@code <viteApp>}. */
final class ViteAppReader {
    /** The elements of a front end that is pushed and run as a service. */
    private static final List<String> OF_SERVERS = List.of(
            "imageName",
            "tags",
            "platforms",
            "registry",
            "load",
            "format",
            "user",
            "workingDirectory",
            "entrypoint",
            "volumes",
            "labels",
            "annotations",
            "stopSignal",
            "healthcheck",
            "created",
            "environment",
            "endpoints",
            "environmentVariables",
            "references");

    private static final int MOST_PORT = 65_535;

    private final ServiceSettingsReader settings;
    private final Problems problems;

    ViteAppReader(ServiceSettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    ViteApp read(ElementReader reader) {
        String name = reader.name();
        boolean served = reader.child("server").isPresent();
        ViteApp app = ViteApp.of(
                        name,
                        reader.origin(),
                        reader.text("directory").orElseGet(() -> Text.literal(name, reader.origin())),
                        reader.text("outputDirectory").orElseGet(() -> Text.literal("dist", reader.origin())),
                        reader.choice("builder", ViteApp.BuildPlace.class, ViteApp.BuildPlace.ENGINE),
                        settings.image(reader, Optional.empty()))
                .packageManager(reader.child("packageManager")
                        .map(chosen -> reader.leaves()
                                .choice(chosen, ViteApp.PackageManager.class, ViteApp.PackageManager.NPM)))
                .nodeImage(reader.text("nodeImage"))
                .buildArguments(reader.map("buildArguments"))
                .buildSecrets(new BuildReader(problems).secrets(reader))
                .server(reader.child("server").map(server -> server(reader.reading(server), server)))
                .container(new ContainerSettingsReader(reader, problems).read())
                .deployment(
                        served
                                ? settings.deployment().ofImage(reader)
                                : settings.deployment().ofNone(reader))
                .files(ServiceReader.files(reader))
                .build();
        if (!served) {
            report(reader, OF_SERVERS, "no <server>: its image is not pushed", "Add <server>nginx:1.27</server>");
        } else if (app.needsEngine()) {
            reader.warnOf("load", "the image is built by an engine");
        }
        if (!app.needsEngine()) {
            report(
                    reader,
                    List.of("nodeImage"),
                    "is built by the Node of this machine",
                    "Write <builder>engine</builder>");
        }
        reader.finish();
        return app;
    }

    private void report(ElementReader reader, List<String> idle, String why, String fix) {
        idle.forEach(element -> reader.child(element)
                .ifPresent(found -> problems.add(
                        found.origin(),
                        "<viteApp> has a <%s>, and %s".formatted(element, why),
                        "%s, or remove the <%s>".formatted(fix, element))));
    }

    /** Reads a server, either with child elements or with its image as the text. */
    private static ViteApp.Server server(ElementReader reader, PomElement element) {
        Text root = Text.literal(ViteApp.Server.DEFAULT_ROOT, element.origin());
        if (!element.hasElements()) {
            return new ViteApp.Server(reader.text(element), root);
        }
        ViteApp.Server server = new ViteApp.Server(
                reader.required("image", "nginx:1.27"),
                reader.text("root").orElse(root),
                reader.text("configuration"),
                reader.child("port")
                        .map(port -> reader.leaves().number(port, 1, MOST_PORT, ViteApp.Server.DEFAULT_PORT))
                        .orElse(ViteApp.Server.DEFAULT_PORT),
                reader.map("proxies"));
        reader.finish();
        return server;
    }
}
