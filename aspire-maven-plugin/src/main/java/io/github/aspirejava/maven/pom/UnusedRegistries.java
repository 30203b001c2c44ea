package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.BuiltService;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.RegistryHost;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Warns about registries without pushes and pulls. Registries in Azure count as used, because they are provisioned even
 * if no image is pushed to them. An engine may pull from any registry that the model has a login for.
 */
final class UnusedRegistries {
    /**
     * The default base image. The exact one depends on the packaged classes; all are from Docker Hub except for that of
     * native executables.
     */
    private static final String DEFAULT_BASE_IMAGE = "eclipse-temurin";

    private final AppModel model;

    UnusedRegistries(AppModel model) {
        this.model = model;
    }

    void warn(Problems problems) {
        model.registries().stream()
                .filter(registry -> !isUsed(registry))
                .forEach(registry -> problems.warn(
                        registry.origin(),
                        "The registry '%s' has no effect: no service uses it".formatted(registry.name()),
                        "Write <registry>%s</registry> into a service, or remove it".formatted(registry.name())));
    }

    private boolean isUsed(Registry registry) {
        return registry instanceof AzureContainerRegistry
                || model.services().isEmpty()
                || model.services().stream()
                        .anyMatch(service -> model.registryOf(service)
                                .filter(registry::equals)
                                .isPresent())
                || model.environments().stream()
                        .anyMatch(environment -> environment
                                .registry()
                                .filter(named -> named.name().equals(registry.name()))
                                .isPresent())
                || (registry instanceof ContainerRegistry container && mayBePulledFrom(container));
    }

    private boolean mayBePulledFrom(ContainerRegistry registry) {
        Optional<RegistryHost> host = registry.endpoint().value().map(RegistryHost::parse);
        return host.isEmpty()
                || model.builtServices().stream().anyMatch(BuiltService::needsEngine)
                || model.services().stream()
                        .flatMap(UnusedRegistries::images)
                        .anyMatch(image -> isFrom(host.get(), image));
    }

    private static Stream<Text> images(Service service) {
        if (service instanceof JavaApp app) {
            return Stream.of(app.baseImage().orElseGet(() -> Text.literal(DEFAULT_BASE_IMAGE)));
        }
        if (service instanceof Container container) {
            return Stream.of(container.source());
        }
        return service instanceof ViteApp app ? app.server().stream().map(ViteApp.Server::image) : Stream.empty();
    }

    /**
     * Returns whether an image may come from this host; an image whose name is not known yet may come from any host.
     */
    private static boolean isFrom(RegistryHost host, Text image) {
        return image.value()
                .map(name -> !name.equals("scratch")
                        && !name.startsWith("oci:")
                        && ImageReference.parse(name).host().equals(host))
                .orElse(true);
    }
}
