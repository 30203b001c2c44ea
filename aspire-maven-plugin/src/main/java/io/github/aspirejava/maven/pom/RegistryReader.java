package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.DeclaredCredentials;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.PurgeSchedule;
import io.github.aspirejava.app.Registry;
import io.github.aspirejava.app.RegistryFeature;
import io.github.aspirejava.app.RegistryFeatures;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TlsSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code <registries>}. */
final class RegistryReader {
    /** The maximum retention of untagged images in Azure, in days. */
    private static final int MOST_DAYS = 365;

    private static final int MOST_TAGS = 100_000;

    /** The number of tags that Aspire keeps. */
    private static final int TAGS_KEPT = 3;

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
                tls(reader),
                reader.flag("anonymousPull", false));
        reader.finish();
        return registry;
    }

    private static TlsSettings tls(ElementReader reader) {
        for (String file : List.of("caFile", "clientCertificate")) {
            if (reader.child(file).isPresent()) {
                reader.warnOf("insecure", "a registry with a <%s> is accessed by TLS".formatted(file));
                break;
            }
        }
        if (reader.child("clientCertificate").isEmpty()) {
            reader.warnOf("clientKey", "there is no <clientCertificate>");
        }
        return new TlsSettings(
                reader.flag("insecure", false),
                reader.text("caFile"),
                reader.text("clientCertificate"),
                reader.text("clientKey"));
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
        Registry registry = AzureContainerRegistry.of(reader.name(), reader.origin())
                .registryName(reader.text("registryName"))
                .sku(reader.choice("sku", AzureContainerRegistry.Sku.class, AzureContainerRegistry.Sku.BASIC))
                .features(features(reader))
                .purge(purge(reader))
                .existing(reader.flag("existing", false))
                .resourceGroup(reader.text("resourceGroup"))
                .subscription(reader.text("subscription"))
                .build();
        if (reader.flag("existing", false)) {
            reader.warnOf("sku", "existing registries are not changed");
        }
        reader.finish();
        return registry;
    }

    private static RegistryFeatures features(ElementReader reader) {
        Map<RegistryFeature, Origin> asked = new EnumMap<>(RegistryFeature.class);
        note(asked, RegistryFeature.ZONE_REDUNDANCY, reader.flag("zoneRedundant", false), reader);
        note(asked, RegistryFeature.ANONYMOUS_PULL, reader.flag("anonymousPull", false), reader);
        note(asked, RegistryFeature.NO_PUBLIC_ACCESS, !reader.flag("publicAccess", true), reader);
        Optional<Integer> retention = reader.child(RegistryFeature.RETENTION.element())
                .map(leaf -> reader.leaves().number(leaf, 0, MOST_DAYS, 0));
        note(asked, RegistryFeature.RETENTION, retention.isPresent(), reader);
        return new RegistryFeatures(asked, retention);
    }

    private static void note(
            Map<RegistryFeature, Origin> asked, RegistryFeature feature, boolean isAsked, ElementReader reader) {
        if (isAsked) {
            reader.child(feature.element()).ifPresent(element -> asked.put(feature, element.origin()));
        }
    }

    private static Optional<PurgeSchedule> purge(ElementReader registry) {
        return registry.child("purge").map(element -> {
            ElementReader reader = registry.reading(element);
            PurgeSchedule purge = new PurgeSchedule(
                    element.origin(),
                    reader.required("schedule", "0 1 * * SUN"),
                    reader.child("keep")
                            .map(leaf -> reader.leaves().number(leaf, 1, MOST_TAGS, TAGS_KEPT))
                            .orElse(TAGS_KEPT),
                    reader.text("ago").orElseGet(() -> Text.literal("0d", element.origin())),
                    reader.text("filter").orElseGet(() -> Text.literal(".*:.*", element.origin())));
            reader.finish();
            return purge;
        });
    }

    private static Registry layout(ElementReader reader) {
        String name = reader.name();
        Text directory = reader.text("directory")
                .orElseGet(() -> Text.literal(Path.of("target", name).toString(), reader.origin()));
        reader.finish();
        return new OciLayout(name, reader.origin(), directory);
    }
}
