package io.github.aspirejava.azure;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.AzureContainerRegistry.Sku;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.PurgeSchedule;
import io.github.aspirejava.app.RegistryFeatures;
import io.github.aspirejava.app.Text;
import java.util.Optional;

/** A registry in Azure, as a model declares it. */
final class TestRegistry {
    private final String name;
    private final Origin origin;
    private Optional<Text> registryName = Optional.empty();
    private Optional<Text> group = Optional.empty();
    private Optional<Text> subscription = Optional.empty();
    private Optional<PurgeSchedule> purge = Optional.empty();
    private RegistryFeatures features = RegistryFeatures.NONE;
    private Sku sku = Sku.BASIC;
    private boolean existing;

    TestRegistry(String name, Origin origin) {
        this.name = name;
        this.origin = origin;
    }

    /** Sets its name in Azure. */
    TestRegistry named(String registryName) {
        this.registryName = Optional.of(Text.literal(registryName));
        return this;
    }

    TestRegistry in(String subscription, String group) {
        this.subscription = Optional.of(Text.literal(subscription));
        this.group = Optional.of(Text.literal(group));
        return this;
    }

    TestRegistry sku(Sku sku) {
        this.sku = sku;
        return this;
    }

    TestRegistry features(RegistryFeatures features) {
        this.features = features;
        return this;
    }

    TestRegistry purged(String schedule, String ago) {
        this.purge = Optional.of(
                new PurgeSchedule(origin, Text.literal(schedule), 3, Text.literal(ago), Text.literal(".*:.*")));
        return this;
    }

    TestRegistry existing() {
        this.existing = true;
        return this;
    }

    AzureContainerRegistry build() {
        return AzureContainerRegistry.of(name, origin)
                .registryName(registryName)
                .sku(sku)
                .features(features)
                .purge(purge)
                .existing(existing)
                .resourceGroup(group)
                .subscription(subscription)
                .build();
    }
}
