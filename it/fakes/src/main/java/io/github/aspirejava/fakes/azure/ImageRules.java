package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Checks that an app's images exist, and that its identity may pull them. */
final class ImageRules {
    private final ResourceStore store;
    private final RegistryServers registries;

    ImageRules(ResourceStore store, RegistryServers registries) {
        this.store = store;
        this.registries = registries;
    }

    /**
     * Checks an app.
     *
     * @throws ArmException if one of the app's images in a registry of this Azure cannot be pulled
     */
    void check(JsonNode app) {
        for (JsonNode container : app.at("/properties/template/containers")) {
            String image = container.path("image").asText();
            Optional<RegistryServer> registry = registries.at(image.substring(0, Math.max(0, image.indexOf('/'))));
            if (registry.isPresent()) {
                check(app, image, registry.get());
            }
        }
    }

    private void check(JsonNode app, String image, RegistryServer registry) {
        String principal = identity(app, registry)
                .flatMap(store::find)
                .map(identity -> identity.text("/properties/principalId"))
                .orElse("");
        String name = image.substring(image.indexOf('/') + 1);
        int end = name.indexOf('@') >= 0 ? name.indexOf('@') : name.lastIndexOf(':');
        if (!registry.mayPull(principal)) {
            throw unable(image, "unable to pull image using Managed identity");
        }
        if (end < 0 || !registry.hasManifest(name.substring(0, end), name.substring(end + 1))) {
            throw unable(image, "MANIFEST_UNKNOWN: manifest tagged by it is not found");
        }
    }

    private static Optional<String> identity(JsonNode app, RegistryServer registry) {
        for (JsonNode entry : app.at("/properties/configuration/registries")) {
            if (entry.path("server").asText().equals(registry.host())) {
                return Optional.of(entry.path("identity").asText());
            }
        }
        return Optional.empty();
    }

    private static ArmException unable(String image, String why) {
        return new ArmException(
                400,
                "InvalidParameterValueInContainerTemplate",
                "The following field(s) are either invalid or missing. Field 'template.containers.image' is invalid with details: 'Invalid value: \"%s\": %s'."
                        .formatted(image, why));
    }
}
