package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A registry in Azure that is provisioned, or an existing one.
 *
 * @param registryName the name in Azure; derived if absent
 * @param features what it is asked for that not every SKU has
 * @param purge when old images are deleted, if they are
 * @param existing whether it is there already and only used
 * @param resourceGroup the resource group, if not the model's
 * @param subscription the subscription, if not the model's
 * @param implied whether no element declares it: an Azure environment brought it along
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
    /** One that is asked for no features, and purges nothing. */
    public AzureContainerRegistry(
            String name,
            Origin origin,
            Optional<Text> registryName,
            Sku sku,
            boolean existing,
            Optional<Text> resourceGroup,
            Optional<Text> subscription,
            boolean implied) {
        this(
                name,
                origin,
                registryName,
                sku,
                RegistryFeatures.NONE,
                Optional.empty(),
                existing,
                resourceGroup,
                subscription,
                implied);
    }

    /** What a registry in Azure is capable of, and costs. */
    public enum Sku {
        BASIC,
        STANDARD,
        PREMIUM
    }

    /** The registry that an environment brings along when the model has none. */
    static AzureContainerRegistry impliedBy(Environment environment) {
        return new AzureContainerRegistry(
                environment.name() + "-acr",
                environment.origin(),
                Optional.empty(),
                Sku.BASIC,
                false,
                Optional.empty(),
                Optional.empty(),
                true);
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
}
