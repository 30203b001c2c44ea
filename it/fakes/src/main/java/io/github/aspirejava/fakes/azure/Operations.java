package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Long-running operations, in each of Resource Manager's styles. */
final class Operations {
    private static final Pattern PATH = Pattern.compile(
            "/subscriptions/([^/]+)/providers/[^/]+/locations/[^/]+/operation(Statuses|Results)/([^/]+)");

    private final Map<String, Operation> operations = new HashMap<>();
    private final ResourceStore store;
    private final Script script;
    private final URI base;
    private final Consumer<StoredResource> completed;

    /**
     * Creates the operations.
     *
     * @param completed receives each resource that is ready
     */
    Operations(ResourceStore store, Script script, URI base, Consumer<StoredResource> completed) {
        this.store = store;
        this.script = script;
        this.base = base;
        this.completed = completed;
    }

    /** Begins the operation of a write to {@code resource}, and adds to the reply the means to follow it. */
    Reply begin(StoredResource resource, boolean isNew, String apiVersion) {
        Operation operation = script.begin(resource.path(), resource.type());
        resource.operation(operation);
        if (operation.style() == OperationStyle.NONE) {
            end(resource, operation);
            return Reply.json(resource.type().status(isNew), resource.body());
        }
        resource.state(underWay(resource.type(), isNew));
        operations.put(operation.id(), operation);
        Reply reply = Reply.json(resource.type().status(isNew), resource.body());
        String kind = operation.style() == OperationStyle.LOCATION ? "Results" : "Statuses";
        String address = "%ssubscriptions/%s/providers/%s/locations/global/operation%s/%s?api-version=%s"
                .formatted(
                        base.resolve("/"),
                        resource.path().subscription(),
                        resource.path().namespace(),
                        kind,
                        operation.id(),
                        apiVersion);
        switch (operation.style()) {
            case ASYNC_OPERATION -> reply.header("Azure-AsyncOperation", address);
            case LOCATION -> reply.header("Location", address);
            default -> {
                // The resource is to be polled.
            }
        }
        return waiting(reply);
    }

    /** Returns the reply to a poll of an operation, if the request is one. */
    Optional<Reply> answer(Incoming request) {
        Matcher matcher = PATH.matcher(request.path());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Operation operation = operations.get(matcher.group(3));
        if (operation == null) {
            throw new ArmException(404, "NotFound", "The operation could not be found.");
        }
        StoredResource resource =
                store.find(operation.path()).orElseThrow(() -> ArmException.notFound(operation.path()));
        poll(resource, operation);
        return Optional.of(
                matcher.group(2).equals("Results") ? result(request, resource, operation) : status(request, operation));
    }

    /** Advances the operation on a resource that is read. */
    void look(StoredResource resource) {
        resource.operation().ifPresent(operation -> poll(resource, operation));
    }

    private void poll(StoredResource resource, Operation operation) {
        if (operation.poll()) {
            end(resource, operation);
        }
    }

    private void end(StoredResource resource, Operation operation) {
        operation.poll();
        if (operation.error().isPresent()) {
            resource.state("Failed");
        } else {
            resource.state("Succeeded");
            completed.accept(resource);
        }
    }

    private Reply status(Incoming request, Operation operation) {
        ObjectNode status = Incoming.JSON.createObjectNode();
        status.put("id", request.path()).put("name", operation.id());
        if (!operation.isOver()) {
            return waiting(Reply.json(200, status.put("status", "InProgress")));
        }
        operation.error().ifPresent(error -> status.set("error", error));
        return Reply.json(200, status.put("status", operation.error().isPresent() ? "Failed" : "Succeeded"));
    }

    private Reply result(Incoming request, StoredResource resource, Operation operation) {
        if (!operation.isOver()) {
            return waiting(Reply.empty(202).header("Location", base.resolve(request.path()) + "?" + request.query()));
        }
        if (operation.error().isPresent()) {
            ObjectNode error = operation.error().get();
            throw new ArmException(
                    409, error.path("code").asText(), error.path("message").asText());
        }
        return Reply.json(200, resource.body());
    }

    private Reply waiting(Reply reply) {
        script.retryAfter().ifPresent(seconds -> reply.header("Retry-After", seconds));
        return reply;
    }

    private static String underWay(ResourceType type, boolean isNew) {
        return switch (type) {
            case MANAGED_ENVIRONMENT -> "InfrastructureSetupInProgress";
            case CONTAINER_APP, DOTNET_COMPONENT, PLAN, SITE -> "InProgress";
            default -> isNew ? "Creating" : "Updating";
        };
    }
}
