package io.github.aspirejava.azure.settings;

import com.azure.core.management.AzureEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a cloud's services are. All of them are spoken to over TLS.
 *
 * @param authority Microsoft Entra
 * @param resourceManager Azure Resource Manager
 * @param registryScope what a token for a registry is asked for
 * @param isPrivate whether an endpoint is not one of Microsoft's own: then Microsoft is not asked whether it may be
 *     trusted
 * @param caFile certificates, in PEM, of authorities that are trusted besides Java's
 */
public record CloudEndpoints(
        URI authority, URI resourceManager, String registryScope, boolean isPrivate, Optional<Path> caFile) {
    /** The audience of registries' tokens, in each of Microsoft's clouds. */
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

    /** The same in the form that the SDK takes. */
    public AzureEnvironment environment() {
        Map<String, String> endpoints = new HashMap<>(AzureEnvironment.AZURE.getEndpoints());
        endpoints.put(AzureEnvironment.Endpoint.ACTIVE_DIRECTORY.identifier(), authority.toString());
        endpoints.put(AzureEnvironment.Endpoint.RESOURCE_MANAGER.identifier(), resourceManager.toString());
        // What the SDK makes a scope of, by adding a slash and more.
        endpoints.put(AzureEnvironment.Endpoint.MANAGEMENT.identifier(), withoutSlash(resourceManager.toString()));
        return new AzureEnvironment(endpoints);
    }

    /** What a token for Azure Resource Manager is asked for. */
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
