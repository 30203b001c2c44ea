package io.github.aspirejava.fakes.azure;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of resources that exist, at the API versions that Azure's libraries for Java send. The status codes are
 * those of Azure's specifications.
 */
public enum ResourceType {
    RESOURCE_GROUP("Microsoft.Resources/resourceGroups", OperationStyle.NONE, 201, 200, "2025-04-01"),
    REGISTRY("Microsoft.ContainerRegistry/registries", OperationStyle.ASYNC_OPERATION, 201, 200, "2025-11-01"),
    REGISTRY_TASK(
            "Microsoft.ContainerRegistry/registries/tasks",
            OperationStyle.STATE,
            201,
            200,
            "2019-06-01-preview",
            "2019-04-01"),
    IDENTITY("Microsoft.ManagedIdentity/userAssignedIdentities", OperationStyle.NONE, 201, 200, "2024-11-30"),
    ROLE_ASSIGNMENT("Microsoft.Authorization/roleAssignments", OperationStyle.NONE, 201, 200, "2022-04-01"),
    WORKSPACE("Microsoft.OperationalInsights/workspaces", OperationStyle.STATE, 201, 200, "2022-10-01"),
    MANAGED_ENVIRONMENT("Microsoft.App/managedEnvironments", OperationStyle.ASYNC_OPERATION, 201, 200, "2025-01-01"),
    DOTNET_COMPONENT(
            "Microsoft.App/managedEnvironments/dotNetComponents",
            OperationStyle.ASYNC_OPERATION,
            201,
            200,
            "2024-10-02-preview",
            "2025-10-02-preview"),
    CONTAINER_APP("Microsoft.App/containerApps", OperationStyle.ASYNC_OPERATION, 201, 200, "2025-01-01"),
    PLAN("Microsoft.Web/serverfarms", OperationStyle.LOCATION, 202, 202, "2025-03-01"),
    SITE("Microsoft.Web/sites", OperationStyle.LOCATION, 202, 202, "2025-03-01"),
    SITE_CONTAINER("Microsoft.Web/sites/sitecontainers", OperationStyle.NONE, 201, 200, "2025-03-01");

    private final String type;
    private final OperationStyle style;
    private final int created;
    private final int updated;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of, but declared as a type of the JDK
    private final Set<String> apiVersions;

    ResourceType(String type, OperationStyle style, int created, int updated, String... apiVersions) {
        this.type = type;
        this.style = style;
        this.created = created;
        this.updated = updated;
        this.apiVersions = Set.of(apiVersions);
    }

    static Optional<ResourceType> of(ResourcePath path) {
        return Stream.of(values())
                .filter(known -> known.type.equalsIgnoreCase(path.type()))
                .findFirst();
    }

    /** Returns namespace and type, as Azure writes them. */
    public String type() {
        return type;
    }

    OperationStyle style() {
        return style;
    }

    Set<String> apiVersions() {
        return apiVersions;
    }

    /** Returns the status of a reply to a PUT. */
    int status(boolean isNew) {
        return isNew ? created : updated;
    }

    boolean isIn(String namespace) {
        return type.regionMatches(true, 0, namespace + "/", 0, namespace.length() + 1);
    }

    /** Returns whether it belongs to a resource group, and not to another resource. */
    boolean isInGroup() {
        return this != RESOURCE_GROUP && this != ROLE_ASSIGNMENT;
    }
}
