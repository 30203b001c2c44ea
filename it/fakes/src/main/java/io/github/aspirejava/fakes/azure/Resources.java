package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads and writes of resources. */
final class Resources {
    private final ResourceStore store;
    private final Script script;
    private final Bouncer bouncer;
    private final BodyCheck bodies;
    private final ServiceRules rules;
    private final Outputs outputs;
    private final Operations operations;

    Resources(
            ResourceStore store,
            Script script,
            Bouncer bouncer,
            BodyCheck bodies,
            ServiceRules rules,
            Outputs outputs,
            Operations operations) {
        this.store = store;
        this.script = script;
        this.bouncer = bouncer;
        this.bodies = bodies;
        this.rules = rules;
        this.outputs = outputs;
        this.operations = operations;
    }

    Reply answer(Incoming request, Principal caller) {
        ResourcePath path = new ResourcePath(request.path());
        if (request.method().equals("POST")) {
            return act(path, caller);
        }
        ResourceType type = ResourceType.of(path).orElseThrow(() -> unknown(path, request));
        String apiVersion = request.parameter("api-version").orElse("");
        if (!type.apiVersions().contains(apiVersion)) {
            throw unknown(path, request);
        }
        bouncer.require(caller, type.type() + "/" + verb(request.method()), path);
        return switch (request.method()) {
            case "GET", "HEAD" -> path.isUnnamed() ? list(path) : get(path, request.method());
            case "PUT" -> put(request, path, type, apiVersion);
            case "PATCH" -> patch(request, path, type, apiVersion);
            case "DELETE" -> Reply.empty(store.remove(path) ? 200 : 204);
            default -> throw new ArmException(405, "MethodNotAllowed", request.method());
        };
    }

    private ArmException unknown(ResourcePath path, Incoming request) {
        String apiVersion = request.parameter("api-version").orElse("");
        bodies.note("There is no %s at API version '%s'".formatted(path.type(), apiVersion));
        return ArmException.noSuchApi(path, apiVersion);
    }

    private Reply get(ResourcePath path, String method) {
        Optional<StoredResource> found = store.find(path);
        if (method.equals("HEAD")) {
            return Reply.empty(found.isPresent() ? 204 : 404);
        }
        StoredResource resource = found.orElseThrow(() -> path.groupName().isEmpty()
                        || path.isGroup()
                        || store.find(path.group().orElseThrow()).isPresent()
                ? ArmException.notFound(path)
                : ArmException.notFound(path.group().orElseThrow()));
        operations.look(resource);
        return Reply.json(200, resource.body());
    }

    private Reply list(ResourcePath collection) {
        ObjectNode answer = Incoming.JSON.createObjectNode();
        ArrayNode values = answer.putArray("value");
        store.in(collection).forEach(resource -> values.add(resource.body()));
        return Reply.json(200, answer);
    }

    private Reply put(Incoming request, ResourcePath path, ResourceType type, String apiVersion) {
        Optional<StoredResource> present = writable(path, type);
        ObjectNode body = (ObjectNode) request.json();
        bodies.check(path, type, apiVersion, body, true);
        rules.check(path, type, body, present);
        StoredResource resource = present.orElseGet(() -> new StoredResource(path, type, body));
        resource.replace(body);
        outputs.fill(resource);
        store.put(resource);
        return operations.begin(resource, present.isEmpty(), apiVersion);
    }

    private Reply patch(Incoming request, ResourcePath path, ResourceType type, String apiVersion) {
        StoredResource resource = writable(path, type).orElseThrow(() -> ArmException.notFound(path));
        ObjectNode changes = (ObjectNode) request.json();
        bodies.check(path, type, apiVersion, changes, false);
        ObjectNode body = resource.body().deepCopy();
        merge(body, changes);
        rules.check(path, type, body, Optional.of(resource));
        resource.replace(body);
        outputs.fill(resource);
        return operations.begin(resource, false, apiVersion);
    }

    /**
     * Returns the resource if it can be written.
     *
     * @throws ArmException if the resource is being changed already, or its provider is not registered
     */
    private Optional<StoredResource> writable(ResourcePath path, ResourceType type) {
        if (!script.isRegistered(path.namespace())) {
            throw new ArmException(
                    409,
                    "MissingSubscriptionRegistration",
                    "The subscription is not registered to use namespace '%s'. See https://aka.ms/rps-not-found for how to register subscriptions."
                            .formatted(path.namespace()));
        }
        Optional<StoredResource> present = store.find(path);
        if (present.flatMap(StoredResource::operation).isPresent()) {
            throw new ArmException(
                    409,
                    type == ResourceType.MANAGED_ENVIRONMENT ? "ManagedEnvironmentOperationInProgress" : "Conflict",
                    "Another operation on '%s' is in progress.".formatted(path.name()));
        }
        return present;
    }

    private Reply act(ResourcePath path, Principal caller) {
        ResourcePath target = path.above();
        StoredResource resource = store.find(target).orElseThrow(() -> ArmException.notFound(target));
        bouncer.require(caller, "%s/%s/action".formatted(resource.type().type(), path.name()), target);
        if (resource.type() == ResourceType.WORKSPACE && path.name().equalsIgnoreCase("sharedKeys")) {
            return Reply.json(
                    200,
                    Incoming.JSON
                            .createObjectNode()
                            .put("primarySharedKey", Outputs.sharedKey(target))
                            .put("secondarySharedKey", "Zk4-second"));
        }
        bodies.note("Nobody here has to ask %s for %s".formatted(resource.type().type(), path.name()));
        throw new ArmException(400, "BadRequest", "%s is not possible.".formatted(path.name()));
    }

    private static void merge(ObjectNode into, ObjectNode changes) {
        changes.properties().forEach(field -> {
            boolean both =
                    field.getValue().isObject() && into.path(field.getKey()).isObject();
            if (both && !field.getKey().equals("tags")) {
                merge((ObjectNode) into.path(field.getKey()), (ObjectNode) field.getValue());
            } else {
                into.set(field.getKey(), field.getValue());
            }
        });
    }

    private static String verb(String method) {
        return switch (method) {
            case "GET", "HEAD" -> "read";
            case "DELETE" -> "delete";
            default -> "write";
        };
    }
}
