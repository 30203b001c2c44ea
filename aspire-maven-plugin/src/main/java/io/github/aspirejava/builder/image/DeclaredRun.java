package io.github.aspirejava.builder.image;

import io.github.aspirejava.app.ContainerSettings.Entrypoint;
import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The parts of a run configuration that the model declares for a service. */
public final class DeclaredRun {
    private DeclaredRun() {}

    /**
     * Returns the environment variables that are part of the image. Those with addresses of services are not: each
     * deployment has others.
     *
     * @param progress is told of variables that are not, because they contain secrets
     */
    public static Map<String, String> environment(DeploymentSettings settings, Consumer<String> progress) {
        Map<String, String> environment = new LinkedHashMap<>();
        settings.environmentVariables().forEach((name, value) -> {
            // An image is read by more people than a secret is meant for.
            if (value.isSecret()) {
                progress.accept(
                        "the environment variable %s is not in the image, because it contains a secret: set it where the image runs"
                                .formatted(name));
            } else if (value.addresses().isEmpty()) {
                environment.put(name, value.require());
            }
        });
        return environment;
    }

    /** Returns the ports that a service listens on. */
    public static SortedSet<Integer> ports(DeploymentSettings settings) {
        return settings.endpoints().stream().map(Endpoint::port).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the entry point that a service declares; empty if it has none of its own. */
    public static Optional<List<String>> entrypoint(Optional<Entrypoint> declared) {
        return declared.filter(Entrypoint.Own.class::isInstance)
                .map(own -> ((Entrypoint.Own) own)
                        .words().stream().map(Text::require).toList());
    }

    /** Returns the run configuration of a front end with a server, whose image defines all that is not declared. */
    public static ImageRun of(ViteApp app, Map<String, String> labels) {
        ContainerOptions options = ContainerOptions.of(app.container(), app.deployment(), labels);
        return new ImageRun(
                entrypoint(app.container().entrypoint()),
                List.of(),
                environment(app.deployment(), message -> {}),
                ports(app.deployment()),
                options.runAs(
                        options.user().filter(user -> !ContainerOptions.isInherited(user)),
                        options.workingDirectory()));
    }
}
