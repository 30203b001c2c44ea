package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An environment in Azure. */
public sealed interface AzureEnvironment extends Environment permits AzureContainerApps, AzureAppService {
    /** Returns the Azure region; empty to use the region of the model. */
    Optional<Text> location();

    /** Returns the resource group; empty to use the resource group of the model. */
    Optional<Text> resourceGroup();

    /** Returns whether the environment exists already and is only used, not provisioned. */
    boolean existing();

    /** Returns whether the environment includes the Aspire dashboard. */
    boolean dashboard();

    @Override
    default List<Text> texts() {
        return Stream.of(location(), resourceGroup()).flatMap(Optional::stream).toList();
    }
}
