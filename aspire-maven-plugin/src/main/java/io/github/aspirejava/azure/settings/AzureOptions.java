package io.github.aspirejava.azure.settings;

import java.util.Optional;

/**
 * The Azure target of one run.
 *
 * @param application the application that owns the resources: the artifactId of the root project
 * @param environment the deployment environment, such as {@code production}
 * @param subscription the id of the subscription
 * @param location the region, in Azure's short form, such as {@code westeurope}
 * @param tenant the Entra tenant, if it is not the credential's own
 */
public record AzureOptions(
        String application,
        String environment,
        String subscription,
        String location,
        String resourceGroup,
        Optional<String> tenant,
        CredentialKind credential,
        CloudEndpoints cloud) {}
