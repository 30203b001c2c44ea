package io.github.aspirejava.azure.resource;

import io.github.aspirejava.app.AzureContainerRegistry;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.settings.AzureOptions;

/** The resource id and the name of a registry. */
public final class RegistryPlace {
    private RegistryPlace() {}

    /** Returns the id of a registry. */
    public static ArmId of(AzureOptions options, AzureContainerRegistry registry) {
        ArmId group = ArmId.group(
                registry.subscription().map(Text::require).orElse(options.subscription()),
                registry.resourceGroup().map(Text::require).orElse(options.resourceGroup()));
        String name = registry.registryName()
                .map(Text::require)
                .orElseGet(() -> UniqueName.alphanumeric(
                        group, options.application(), registry.name(), RegistryResource.LONGEST_NAME));
        return group.resource(RegistryResource.TYPE, name);
    }
}
