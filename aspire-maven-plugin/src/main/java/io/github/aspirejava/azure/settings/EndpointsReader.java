package io.github.aspirejava.azure.settings;

import io.github.aspirejava.oci.http.TrustedAuthorities;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the endpoints of a private cloud, such as Azure Stack's or a test's; else returns those of one of Microsoft's
 * clouds.
 */
final class EndpointsReader {
    private static final String AUTHORITY = "aspire.azure.endpoint.authority";
    private static final String RESOURCE_MANAGER = "aspire.azure.endpoint.resourceManager";
    private static final String REGISTRY_AUDIENCE = "aspire.azure.endpoint.registryAudience";
    private static final String CA_FILE = "aspire.azure.caFile";

    private final Function<String, Optional<String>> properties;
    private final Path baseDirectory;
    private final List<String> problems;

    EndpointsReader(Function<String, Optional<String>> properties, Path baseDirectory, List<String> problems) {
        this.properties = properties;
        this.baseDirectory = baseDirectory;
        this.problems = problems;
    }

    CloudEndpoints read(Cloud cloud) {
        CloudEndpoints own = CloudEndpoints.of(cloud);
        Optional<URI> authority = endpoint(AUTHORITY);
        Optional<URI> resourceManager = endpoint(RESOURCE_MANAGER);
        return new CloudEndpoints(
                authority.orElse(own.authority()),
                resourceManager.orElse(own.resourceManager()),
                properties.apply(REGISTRY_AUDIENCE).map(CloudEndpoints::scope).orElse(own.registryScope()),
                authority.isPresent() || resourceManager.isPresent(),
                caFile());
    }

    private Optional<URI> endpoint(String property) {
        Optional<String> value = properties.apply(property);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(value.get().endsWith("/") ? value.get() : value.get() + "/");
            if ("https".equals(uri.getScheme()) && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // reported like one without TLS
        }
        problems.add("-D%s is '%s'. Write a URL that begins with https://.".formatted(property, value.get()));
        return Optional.empty();
    }

    private Optional<Path> caFile() {
        Optional<Path> file = properties.apply(CA_FILE).map(baseDirectory::resolve);
        if (file.isPresent()) {
            try {
                TrustedAuthorities.read(file.get());
            } catch (IOException e) {
                problems.add("-D%s: %s. Write the path of a file with certificates in PEM."
                        .formatted(CA_FILE, e.getMessage()));
            }
        }
        return file;
    }
}
