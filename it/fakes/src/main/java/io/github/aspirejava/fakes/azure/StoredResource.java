package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A resource, as it is returned to clients. Guarded by the control plane's lock. */
final class StoredResource {
    private final ResourcePath path;
    private final ResourceType type;
    private ObjectNode body;
    private @Nullable Operation operation;

    StoredResource(ResourcePath path, ResourceType type, ObjectNode body) {
        this.path = path;
        this.type = type;
        this.body = body;
    }

    ResourcePath path() {
        return path;
    }

    ResourceType type() {
        return type;
    }

    ObjectNode body() {
        return body;
    }

    void replace(ObjectNode changed) {
        body = changed;
    }

    /** Returns the text at a JSON pointer, or an empty one. */
    String text(String pointer) {
        return body.at(pointer).asText("");
    }

    JsonNode at(String pointer) {
        return body.at(pointer);
    }

    void state(String provisioningState) {
        if (type != ResourceType.ROLE_ASSIGNMENT) {
            body.withObject("/properties").put("provisioningState", provisioningState);
        }
    }

    /** Returns the operation on it that is under way. */
    Optional<Operation> operation() {
        return Optional.ofNullable(operation).filter(current -> !current.isOver());
    }

    void operation(Operation started) {
        operation = started;
    }
}
