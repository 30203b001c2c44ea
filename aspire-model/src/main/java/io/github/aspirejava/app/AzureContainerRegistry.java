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
    /** Creates a registry without optional features and without a purge schedule. */
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

    /** The SKU of a registry in Azure, which determines its features and its price. */
    public enum Sku {
        BASIC,
        STANDARD,
        PREMIUM
    }

    /** Returns the registry that an environment implies if the model declares none. */
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
