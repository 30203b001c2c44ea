package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Azure Container Registry, either provisioned or existing.
 *
 * @param registryName the name in Azure; derived if absent
 * @param features the requested features that not every SKU supports
 * @param purge the schedule that deletes old images, if any
 * @param existing whether the registry exists already and is only used, not provisioned
 * @param resourceGroup the resource group, if not the model's
 * @param subscription the subscription, if not the model's
 * @param implied whether no element declares the registry: an Azure environment implies it
 */
public record AzureContainerRegistry(
        String name,
        Origin origin,
        Optional<Text> registryName,
        Sku sku,
        RegistryFeatures features,
        Optional<PurgeSchedule> purge,
        boolean existing,
        Optional<Text> resourceGroup,
        Optional<Text> subscription,
        boolean implied)
        implements Registry {
    /** Starts with defaults for everything else. */
    public static Builder of(String name, Origin origin) {
        return new Builder(name, origin);
    }

    /** The SKU of a registry in Azure, which determines its features and its price. */
    public enum Sku {
        BASIC,
        STANDARD,
        PREMIUM
    }

    /** Returns the registry that an environment implies if the model declares none. */
    static AzureContainerRegistry impliedBy(Environment environment) {
        return AzureContainerRegistry.of(environment.name() + "-acr", environment.origin())
                .implied(true)
                .build();
    }

    @Override
    public String element() {
        return "azureContainerRegistry";
    }

    @Override
    public List<Text> texts() {
        return Stream.concat(
                        Stream.of(registryName, resourceGroup, subscription).flatMap(Optional::stream),
                        purge.stream().flatMap(schedule -> schedule.texts().stream()))
                .toList();
    }

    /** Collects the parts. Not safe for use by several threads. */
    public static final class Builder {
        private final String name;
        private final Origin origin;
        private Optional<Text> registryName = Optional.empty();
        private Sku sku = Sku.BASIC;
        private RegistryFeatures features = RegistryFeatures.NONE;
        private Optional<PurgeSchedule> purge = Optional.empty();
        private boolean existing;
        private Optional<Text> resourceGroup = Optional.empty();
        private Optional<Text> subscription = Optional.empty();
        private boolean implied;

        private Builder(String name, Origin origin) {
            this.name = name;
            this.origin = origin;
        }

        /** Sets the name in Azure. */
        public Builder registryName(Optional<Text> registryName) {
            this.registryName = registryName;
            return this;
        }

        /** Sets the SKU. */
        public Builder sku(Sku sku) {
            this.sku = sku;
            return this;
        }

        /** Sets the requested features that not every SKU supports. */
        public Builder features(RegistryFeatures features) {
            this.features = features;
            return this;
        }

        /** Sets the schedule that deletes old images. */
        public Builder purge(Optional<PurgeSchedule> purge) {
            this.purge = purge;
            return this;
        }

        /** Sets whether the registry exists already and is only used, not provisioned. */
        public Builder existing(boolean existing) {
            this.existing = existing;
            return this;
        }

        /** Sets the resource group. */
        public Builder resourceGroup(Optional<Text> resourceGroup) {
            this.resourceGroup = resourceGroup;
            return this;
        }

        /** Sets the subscription. */
        public Builder subscription(Optional<Text> subscription) {
            this.subscription = subscription;
            return this;
        }

        /** Sets whether no element declares the registry. */
        public Builder implied(boolean implied) {
            this.implied = implied;
            return this;
        }

        /** Returns the result. */
        public AzureContainerRegistry build() {
            return new AzureContainerRegistry(
                    name, origin, registryName, sku, features, purge, existing, resourceGroup, subscription, implied);
        }
    }
}
