package io.github.aspirejava.app;

import java.util.Optional;

/** An Azure Container Apps environment. */
public record AzureContainerApps(
        String name,
        Origin origin,
        Optional<Reference> registry,
        Optional<Text> location,
        Optional<Text> resourceGroup,
        boolean existing,
        boolean dashboard)
        implements AzureEnvironment {
    @Override
    public String element() {
        return "azureContainerApps";
    }
}
