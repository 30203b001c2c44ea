package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that Resource Manager refuses. */
final class ArmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable Integer retryAfter;

    ArmException(int status, String code, String message) {
        this(status, code, message, Optional.empty());
    }

    ArmException(int status, String code, String message, Optional<Integer> retryAfter) {
        super(message);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter.orElse(null);
    }

    static ArmException noSuchApi(ResourcePath path, String apiVersion) {
        return new ArmException(
                404,
                "InvalidResourceType",
                "The resource type '%s' could not be found in the namespace '%s' for api version '%s'."
                        .formatted(path.type(), path.namespace(), apiVersion));
    }

    static ArmException notFound(ResourcePath path) {
        return path.isGroup()
                ? new ArmException(
                        404, "ResourceGroupNotFound", "Resource group '%s' could not be found.".formatted(path.name()))
                : new ArmException(
                        404,
                        "ResourceNotFound",
                        "The Resource '%s' under resource group '%s' was not found."
                                .formatted(path.type() + "/" + path.name(), path.groupName()));
    }

    /** Returns the reply that reports the refusal. */
    Reply reply() {
        Reply reply = Reply.json(status, body());
        if (retryAfter != null) {
            reply.header("Retry-After", Integer.toString(retryAfter));
        }
        return reply;
    }

    private ObjectNode body() {
        ObjectNode body = Incoming.JSON.createObjectNode();
        body.putObject("error").put("code", code).put("message", getMessage());
        return body;
    }
}
