package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.DeclaredCredentials;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code <registries>}. */
final class RegistryReader {
    private RegistryReader() {}

    static List<Registry> read(ElementReader configuration) {
        List<Registry> registries = new ArrayList<>();
        configuration.child("registries").ifPresent(list -> {
            ElementReader reader = configuration.reading(list);
            reader.children("containerRegistry").forEach(e -> registries.add(containerRegistry(reader.reading(e))));
            reader.children("azureContainerRegistry").forEach(e -> registries.add(azure(reader.reading(e))));
            reader.children("ociLayout").forEach(e -> registries.add(layout(reader.reading(e))));
            reader.finish();
        });
        registries.sort((left, right) -> left.origin().compareTo(right.origin()));
        return registries;
    }

    private static Registry containerRegistry(ElementReader reader) {
        Registry registry = new ContainerRegistry(
                reader.name(),
                reader.origin(),
                reader.required("endpoint", "ghcr.io"),
                reader.text("repository"),
                credentials(reader),
                reader.flag("insecure", false),
                reader.text("caFile"));
        reader.finish();
        return registry;
    }

    private static Optional<DeclaredCredentials> credentials(ElementReader registry) {
        return registry.child("credentials").map(element -> {
            ElementReader reader = registry.reading(element);
            DeclaredCredentials credentials = new DeclaredCredentials(
                    reader.required("username", "{registry-user}"), reader.required("password", "{registry-token}"));
            reader.finish();
            return credentials;
        });
    }

    private static Registry azure(ElementReader reader) {
        Registry registry = new AzureContainerRegistry(
                reader.name(),
                reader.origin(),
                reader.text("registryName"),
                reader.choice("sku", AzureContainerRegistry.Sku.class, AzureContainerRegistry.Sku.BASIC),
                reader.flag("existing", false),
                reader.text("resourceGroup"),
                reader.text("subscription"),
                false);
        reader.finish();
        return registry;
    }

    private static Registry layout(ElementReader reader) {
        String name = reader.name();
        Text directory = reader.text("directory")
                .orElseGet(() -> Text.literal(Path.of("target", name).toString(), reader.origin()));
        reader.finish();
        return new OciLayout(name, reader.origin(), directory);
    }
}
