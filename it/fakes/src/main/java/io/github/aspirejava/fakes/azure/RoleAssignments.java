package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The role assignments. An assignment takes effect after it has been read a number of times. */
final class RoleAssignments {
    private final ResourceStore store;
    private final Map<String, Integer> stillUnknown = new ConcurrentHashMap<>();

    RoleAssignments(ResourceStore store) {
        this.store = store;
    }

    /** Grants a role that takes effect at once. */
    void grant(String objectId, Role role, ResourcePath scope) {
        ResourcePath path = new ResourcePath(
                scope.text() + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID());
        ObjectNode body = Incoming.JSON.createObjectNode();
        body.put("id", path.text()).put("name", path.name()).put("type", ResourceType.ROLE_ASSIGNMENT.type());
        body.withObject("/properties")
                .put("principalId", objectId)
                .put("roleDefinitionId", definition(role, scope.subscription()));
        store.put(new StoredResource(path, ResourceType.ROLE_ASSIGNMENT, body));
    }

    static String definition(Role role, String subscription) {
        return "/subscriptions/%s/providers/Microsoft.Authorization/roleDefinitions/%s"
                .formatted(subscription, role.id());
    }

    /** Delays an assignment, which is ignored this number of times from now on. */
    void delay(ResourcePath assignment, int reads) {
        stillUnknown.put(assignment.key(), reads);
    }

    boolean allows(String objectId, String action, ResourcePath where) {
        return any(objectId, where, role -> role.allows(action));
    }

    boolean allowsWithData(String objectId, String action, ResourcePath where) {
        return any(objectId, where, role -> role.allowsWithData(action));
    }

    private boolean any(String objectId, ResourcePath where, Predicate<Role> allows) {
        return store.ofType(ResourceType.ROLE_ASSIGNMENT)
                .filter(assignment -> assignment.text("/properties/principalId").equals(objectId))
                .filter(assignment -> assignment.path().above().contains(where))
                .filter(assignment -> Role.of(assignment.text("/properties/roleDefinitionId"))
                        .filter(allows)
                        .isPresent())
                .filter(this::isInEffect)
                .findFirst()
                .isPresent();
    }

    private boolean isInEffect(StoredResource assignment) {
        Integer left =
                stillUnknown.computeIfPresent(assignment.path().key(), (key, reads) -> reads > 0 ? reads - 1 : null);
        return left == null;
    }
}
