package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** The properties that Azure adds to a resource that was put, and those that it does not return. */
final class Outputs {
    private final String tenant;
    private final Function<String, String> loginServers;

    /**
     * Creates the outputs.
     *
     * @param loginServers the address of a registry by its name
     */
    Outputs(String tenant, Function<String, String> loginServers) {
        this.tenant = tenant;
        this.loginServers = loginServers;
    }

    void fill(StoredResource resource) {
        ResourcePath path = resource.path();
        ObjectNode body = resource.body();
        body.put("id", path.text())
                .put("name", path.name())
                .put("type", resource.type().type());
        ObjectNode properties = body.withObject("/properties");
        switch (resource.type()) {
            case REGISTRY -> fillRegistry(path, body, properties);
            case IDENTITY ->
                properties
                        .put("tenantId", tenant)
                        .put("principalId", uuid("principal", path))
                        .put("clientId", uuid("client", path));
            case WORKSPACE -> properties.put("customerId", uuid("customer", path));
            case MANAGED_ENVIRONMENT -> fillEnvironment(path, body, properties);
            case CONTAINER_APP -> fillApp(path, body, properties);
            case PLAN -> properties.put("status", "Ready");
            case SITE -> properties.put("state", "Running").put("defaultHostName", path.name() + ".azurewebsites.net");
            default -> {
                // Nothing that any test requests.
            }
        }
    }

    /** Returns the key of a workspace, which is only returned on an explicit request. */
    static String sharedKey(ResourcePath workspace) {
        return "Zk4-" + uuid("key", workspace);
    }

    static String uuid(String kind, ResourcePath path) {
        return UUID.nameUUIDFromBytes((kind + path.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private void fillRegistry(ResourcePath path, ObjectNode body, ObjectNode properties) {
        body.withObject("/sku").put("tier", body.at("/sku/name").asText());
        properties.put("loginServer", loginServers.apply(path.name()));
        putIfAbsent(properties, "publicNetworkAccess", "Enabled");
        putIfAbsent(properties, "zoneRedundancy", "Disabled");
        putIfAbsent(properties, "roleAssignmentMode", "LegacyRegistryPermissions");
    }

    private static void fillEnvironment(ResourcePath path, ObjectNode body, ObjectNode properties) {
        // Container Apps writes locations in its own way.
        body.put("location", displayName(body.path("location").asText()));
        if (properties.at("/appLogsConfiguration/logAnalyticsConfiguration") instanceof ObjectNode logs) {
            logs.putNull("sharedKey");
        }
        properties.put(
                "defaultDomain",
                "%s.westeurope.azurecontainerapps.io"
                        .formatted(uuid("domain", path).substring(0, 8)));
        properties.put("staticIp", "20.0.0.1");
    }

    private static void fillApp(ResourcePath path, ObjectNode body, ObjectNode properties) {
        body.put("location", displayName(body.path("location").asText()));
        for (JsonNode secret : properties.at("/configuration/secrets")) {
            ((ObjectNode) secret).remove("value");
        }
        properties.put("latestRevisionName", path.name() + "--1");
        if (properties.at("/configuration/ingress") instanceof ObjectNode ingress) {
            ingress.put("fqdn", path.name() + ".example.azurecontainerapps.io");
        }
    }

    private static String displayName(String location) {
        return Locations.displayName(location.toLowerCase(Locale.ROOT).replace(" ", ""));
    }

    private static void putIfAbsent(ObjectNode properties, String name, String value) {
        if (!properties.has(name)) {
            properties.put(name, value);
        }
    }
}
