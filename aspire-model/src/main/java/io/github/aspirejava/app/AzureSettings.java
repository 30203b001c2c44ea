package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where in Azure things are put, and who does it.
 *
 * @param tenant the Entra tenant; the credential's own if absent
 * @param credential which credential of azure-identity is used; its default chain if absent
 * @param cloud which of Azure's clouds; the public one if absent
 */
public record AzureSettings(
        Optional<Text> subscription,
        Optional<Text> location,
        Optional<Text> resourceGroup,
        Optional<Text> tenant,
        Optional<Text> credential,
        Optional<Text> cloud) {
    /** Of a model that says nothing about Azure. */
    public static final AzureSettings NONE = new AzureSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    List<Text> texts() {
        return Stream.of(subscription, location, resourceGroup, tenant, credential, cloud)
                .flatMap(Optional::stream)
                .toList();
    }
}
