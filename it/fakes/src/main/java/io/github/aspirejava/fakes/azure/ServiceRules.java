package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules by which the services of Azure refuse well-formed requests. */
final class ServiceRules {
    private final ResourceStore store;
    private final Script script;
    private final ImageRules images;
    private final Predicate<String> knownPrincipals;

    ServiceRules(ResourceStore store, Script script, ImageRules images, Predicate<String> knownPrincipals) {
        this.store = store;
        this.script = script;
        this.images = images;
        this.knownPrincipals = knownPrincipals;
    }

    /**
     * Checks a resource.
     *
     * @throws ArmException if the resource cannot be put like this
     */
    void check(ResourcePath path, ResourceType type, JsonNode body, Optional<StoredResource> present) {
        checkPlace(path, type, body, present);
        if (present.isEmpty()) {
            checkQuota(path, type);
        }
        switch (type) {
            case REGISTRY -> checkRegistry(path, body, present.isEmpty());
            case ROLE_ASSIGNMENT -> checkRoleAssignment(path, body, present);
            case MANAGED_ENVIRONMENT -> checkLogs(body);
            case CONTAINER_APP -> {
                requireId(body, "/properties/environmentId", "/properties/managedEnvironmentId");
                requireIdentities(body);
                images.check(body);
            }
            case SITE -> {
                requireId(body, "/properties/serverFarmId");
                requireIdentities(body);
            }
            default -> {
                // No rules beyond the table and the types.
            }
        }
    }

    private void checkPlace(ResourcePath path, ResourceType type, JsonNode body, Optional<StoredResource> present) {
        if (type.isInGroup()) {
            ResourcePath group = path.group().orElseThrow(() -> ArmException.notFound(path));
            if (store.find(group).isEmpty()) {
                throw ArmException.notFound(group);
            }
        }
        if (type != ResourceType.RESOURCE_GROUP
                && path.above().groupName().length() > 0
                && store.find(path.above()).isEmpty()) {
            throw new ArmException(
                    404,
                    "ParentResourceNotFound",
                    "Failed to perform 'write' on resource(s) of type '%s', because the parent resource '%s' could not be found."
                            .formatted(type.type(), path.above().text()));
        }
        String location = body.path("location").asText("");
        if (!location.isEmpty() && !Locations.isKnown(location)) {
            throw new ArmException(
                    400,
                    "LocationNotAvailableForResourceType",
                    "The provided location '%s' is not available for resource type '%s'. List of available regions for the resource type is '%s'."
                            .formatted(location, type.type(), Locations.list()));
        }
        if (present.isPresent()
                && !location.isEmpty()
                && !Locations.same(location, present.get().text("/location"))) {
            throw new ArmException(
                    409,
                    "InvalidResourceLocation",
                    "The resource '%s' already exists in location '%s'. A resource with the same name cannot be created in location '%s'."
                            .formatted(path.name(), present.get().text("/location"), location));
        }
    }

    private void checkQuota(ResourcePath path, ResourceType type) {
        long have = store.ofType(type)
                .filter(other -> other.path().subscription().equalsIgnoreCase(path.subscription()))
                .count();
        if (have < script.quota(type)) {
            return;
        }
        if (type == ResourceType.MANAGED_ENVIRONMENT) {
            throw new ArmException(
                    400,
                    "MaxNumberOfRegionalEnvironmentsInSubExceeded",
                    "The subscription '%s' cannot have more than %d Container App Environments in this region."
                            .formatted(path.subscription(), script.quota(type)));
        }
        throw new ArmException(
                409,
                "QuotaExceeded",
                "Operation could not be completed as it results in exceeding approved quota of %s."
                        .formatted(type.type()));
    }

    private void checkRegistry(ResourcePath path, JsonNode body, boolean isNew) {
        if (isNew && !isFree(path.name())) {
            throw new ArmException(
                    409,
                    "AlreadyInUse",
                    "The registry DNS name %s.azurecr.io is already in use. You can check if the name is already claimed using following API: https://docs.microsoft.com/en-us/rest/api/containerregistry/registries/checknameavailability"
                            .formatted(path.name()));
        }
        boolean wantsPremium = body.at("/properties/zoneRedundancy").asText().equals("Enabled")
                || body.at("/properties/publicNetworkAccess").asText().equals("Disabled")
                || body.at("/properties/dataEndpointEnabled").asBoolean()
                || body.at("/properties/policies/retentionPolicy/status")
                        .asText()
                        .equals("enabled");
        if (wantsPremium && !body.at("/sku/name").asText().equals("Premium")) {
            throw new ArmException(
                    400,
                    "FeatureNotSupportedForSku",
                    "The feature is not supported for the SKU %s of the registry %s."
                            .formatted(body.at("/sku/name").asText(), path.name()));
        }
    }

    /** Returns whether no registry of this name exists for any customer. */
    boolean isFree(String registry) {
        return !script.isTaken(registry)
                && store.ofType(ResourceType.REGISTRY)
                        .noneMatch(other -> other.path().name().equalsIgnoreCase(registry));
    }

    private void checkRoleAssignment(ResourcePath path, JsonNode body, Optional<StoredResource> present) {
        String principal = body.at("/properties/principalId").asText();
        String definition = body.at("/properties/roleDefinitionId").asText();
        if (Role.of(definition).isEmpty()) {
            throw new ArmException(
                    404,
                    "RoleDefinitionDoesNotExist",
                    "The specified role definition with ID '%s' does not exist.".formatted(definition));
        }
        if (!knownPrincipals.test(principal)) {
            throw new ArmException(
                    400, "PrincipalNotFound", "Principal %s does not exist in the directory.".formatted(principal));
        }
        if (present.isPresent()
                && !present.get().text("/properties/principalId").equals(principal)) {
            throw new ArmException(
                    400,
                    "RoleAssignmentUpdateNotPermitted",
                    "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");
        }
        boolean twice = store.ofType(ResourceType.ROLE_ASSIGNMENT)
                .filter(other -> !other.path().equals(path))
                .filter(other -> other.path().above().key().equals(path.above().key()))
                .anyMatch(other -> other.text("/properties/principalId").equals(principal)
                        && other.text("/properties/roleDefinitionId").equals(definition));
        if (twice && present.isEmpty()) {
            throw new ArmException(409, "RoleAssignmentExists", "The role assignment already exists.");
        }
    }

    private void checkLogs(JsonNode body) {
        JsonNode logs = body.at("/properties/appLogsConfiguration/logAnalyticsConfiguration");
        if (logs.isMissingNode()) {
            return;
        }
        boolean right = store.ofType(ResourceType.WORKSPACE)
                .anyMatch(workspace -> workspace
                                .text("/properties/customerId")
                                .equals(logs.path("customerId").asText())
                        && Outputs.sharedKey(workspace.path())
                                .equals(logs.path("sharedKey").asText()));
        if (!right) {
            throw new ArmException(
                    400,
                    "InvalidRequestParameterWithDetails",
                    "LogAnalyticsConfiguration.CustomerId or SharedKey is invalid.");
        }
    }

    private void requireId(JsonNode body, String... pointers) {
        for (String pointer : pointers) {
            if (store.find(body.at(pointer).asText("")).isPresent()) {
                return;
            }
        }
        throw new ArmException(
                400, "LinkedInvalidPropertyId", "%s names no resource that exists.".formatted(pointers[0]));
    }

    private void requireIdentities(JsonNode body) {
        List<String> missing = new ArrayList<>();
        body.at("/identity/userAssignedIdentities").fieldNames().forEachRemaining(id -> {
            if (store.find(id).isEmpty()) {
                missing.add(id);
            }
        });
        if (!missing.isEmpty()) {
            throw new ArmException(
                    400, "FailedIdentityOperation", "The identities %s do not exist.".formatted(missing));
        }
    }
}
