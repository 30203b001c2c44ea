package io.github.aspirejava.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scope in Azure that resources are created in, and the identity that creates them.
 *
 * @param tenant the Entra tenant; the credential's own if absent
 * @param credential the credential of azure-identity; its default chain if absent
 * @param cloud the Azure cloud; the public cloud if absent
 */
public record AzureSettings(
        Optional<Text> subscription,
        Optional<Text> location,
        Optional<Text> resourceGroup,
        Optional<Text> tenant,
        Optional<Text> credential,
        Optional<Text> cloud) {
    /** The settings of a model without Azure settings. */
    public static final AzureSettings NONE = new AzureSettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    List<Text> texts() {
        return Stream.of(subscription, location, resourceGroup, tenant, credential, cloud)
                .flatMap(Optional::stream)
                .toList();
    }
}
