package io.github.aspirejava.azure.settings;

import com.azure.core.management.AzureEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints of a cloud's services. All of them use TLS.
 *
 * @param authority the endpoint of Microsoft Entra
 * @param resourceManager the endpoint of Azure Resource Manager
 * @param registryScope the scope of a token for a registry
 * @param isPrivate whether an endpoint is not one of Microsoft's own: then the authority is not validated by a request
 *     to Microsoft (instance discovery)
 * @param caFile certificates, in PEM, of authorities that are trusted in addition to Java's
 */
public record CloudEndpoints(
        URI authority, URI resourceManager, String registryScope, boolean isPrivate, Optional<Path> caFile) {
    /** The audience of tokens for registries, in each of Microsoft's clouds. */
    static final String REGISTRY_AUDIENCE = "https://containerregistry.azure.net";

    static CloudEndpoints of(Cloud cloud) {
        AzureEnvironment endpoints = cloud.endpoints();
        return new CloudEndpoints(
                URI.create(endpoints.getActiveDirectoryEndpoint()),
                URI.create(endpoints.getResourceManagerEndpoint()),
                scope(REGISTRY_AUDIENCE),
                false,
                Optional.empty());
    }

    /** Returns the endpoints in the SDK's form. */
    public AzureEnvironment environment() {
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put(AzureEnvironment.Endpoint.ACTIVE_DIRECTORY.identifier(), authority.toString());
        endpoints.put(AzureEnvironment.Endpoint.RESOURCE_MANAGER.identifier(), resourceManager.toString());
        // The SDK derives a scope from it, by adding a slash and more.
        endpoints.put(AzureEnvironment.Endpoint.MANAGEMENT.identifier(), withoutSlash(resourceManager.toString()));
        return new AzureEnvironment(endpoints);
    }

    /** Returns the scope of a token for Azure Resource Manager. */
    public String managementScope() {
        return scope(resourceManager.toString());
    }

    static String scope(String audience) {
        return withoutSlash(audience) + "/.default";
    }

    private static String withoutSlash(String uri) {
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
