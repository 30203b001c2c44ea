package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resource Manager: subscriptions, providers, and everything else that has a path. It handles one request at a time.
 */
final class ControlPlane {
    private static final Pattern SUBSCRIPTION = Pattern.compile("(?i)/subscriptions/([^/]+)(?:/.*)?");
    private static final Pattern PROVIDER =
            Pattern.compile("(?i)/subscriptions/[^/]+/providers/([^/]+)(/register|/checkNameAvailability)?");
    private static final Pattern ROLE_DEFINITION =
            Pattern.compile("(?i).*/providers/Microsoft\\.Authorization/roleDefinitions/([^/]+)");

    private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();
    private final String tenant;
    private final Script script;
    private final Bouncer bouncer;
    private final Operations operations;
    private final Resources resources;
    private final ServiceRules rules;

    ControlPlane(
            String tenant,
            Script script,
            Bouncer bouncer,
            Operations operations,
            Resources resources,
            ServiceRules rules) {
        this.tenant = tenant;
        this.script = script;
        this.bouncer = bouncer;
        this.operations = operations;
        this.resources = resources;
        this.rules = rules;
    }

    void addSubscription(String id) {
        subscriptions.add(id);
    }

    /**
     * Handles a request.
     *
     * @throws ArmException if the request is refused
     */
    synchronized Reply answer(Incoming request) {
        script.refusal(request).ifPresent(refusal -> {
            throw refusal;
        });
        Principal caller = bouncer.identify(request);
        if (request.path().equals("/subscriptions")) {
            return list(subscriptions.stream().map(this::subscription).toList());
        }
        if (request.path().equals("/tenants")) {
            return list(List.of(Incoming.JSON.createObjectNode().put("tenantId", tenant)));
        }
        Matcher matcher = SUBSCRIPTION.matcher(request.path());
        if (!matcher.matches() || !subscriptions.contains(matcher.group(1))) {
            throw new ArmException(404, "SubscriptionNotFound", "The subscription could not be found.");
        }
        return operations
                .answer(request)
                .or(() -> ofSubscription(request, matcher.group(1)))
                .or(() -> ofProvider(request, caller))
                .orElseGet(() -> resources.answer(request, caller));
    }

    private Optional<Reply> ofSubscription(Incoming request, String id) {
        if (request.path().equalsIgnoreCase("/subscriptions/" + id)) {
            return Optional.of(Reply.json(200, subscription(id)));
        }
        return request.path().equalsIgnoreCase("/subscriptions/" + id + "/locations")
                ? Optional.of(Reply.json(200, Locations.json(id)))
                : Optional.empty();
    }

    private ObjectNode subscription(String id) {
        return Incoming.JSON
                .createObjectNode()
                .put("id", "/subscriptions/" + id)
                .put("subscriptionId", id)
                .put("displayName", "Fake")
                .put("tenantId", tenant)
                .put("state", "Enabled");
    }

    private Optional<Reply> ofProvider(Incoming request, Principal caller) {
        Matcher definition = ROLE_DEFINITION.matcher(request.path());
        if (definition.matches()) {
            return Optional.of(roleDefinition(request, definition.group(1)));
        }
        Matcher matcher = PROVIDER.matcher(request.path());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String namespace = matcher.group(1);
        String asked = Optional.ofNullable(matcher.group(2)).orElse("");
        if (asked.equalsIgnoreCase("/checkNameAvailability")) {
            return Optional.of(nameAvailability(request, namespace));
        }
        if (asked.isEmpty()) {
            script.pollRegistration(namespace);
        } else {
            bouncer.require(caller, namespace + "/register/action", new ResourcePath(request.path()));
        }
        return Optional.of(Reply.json(200, provider(request, namespace)));
    }

    private ObjectNode provider(Incoming request, String namespace) {
        ObjectNode provider = Incoming.JSON.createObjectNode();
        provider.put("id", request.path()).put("namespace", namespace);
        provider.put("registrationState", script.isRegistered(namespace) ? "Registered" : "Registering");
        ArrayNode types = provider.putArray("resourceTypes");
        for (ResourceType type : ResourceType.values()) {
            if (type.isIn(namespace)) {
                ObjectNode entry = types.addObject();
                entry.put("resourceType", type.type().substring(namespace.length() + 1));
                entry.set("locations", Locations.displayNames());
                ArrayNode versions = entry.putArray("apiVersions");
                type.apiVersions().forEach(versions::add);
            }
        }
        return provider;
    }

    private Reply nameAvailability(Incoming request, String namespace) {
        JsonNode body = request.json();
        if (!namespace.equalsIgnoreCase("Microsoft.ContainerRegistry")
                || !body.path("type").asText().equals(ResourceType.REGISTRY.type())) {
            throw new ArmException(400, "InvalidRequestContent", "name and type of a registry are needed.");
        }
        String name = body.path("name").asText();
        ObjectNode answer = Incoming.JSON.createObjectNode();
        boolean free = rules.isFree(name);
        answer.put("nameAvailable", free);
        if (!free) {
            answer.put("reason", "AlreadyExists").put("message", "The registry %s is already in use.".formatted(name));
        }
        return Reply.json(200, answer);
    }

    private static Reply roleDefinition(Incoming request, String id) {
        ObjectNode definition = Incoming.JSON.createObjectNode();
        Role role = Role.of("/providers/Microsoft.Authorization/roleDefinitions/" + id)
                .orElseThrow(() -> new ArmException(
                        404,
                        "RoleDefinitionDoesNotExist",
                        "The specified role definition with ID '%s' does not exist.".formatted(id)));
        definition
                .put("id", request.path())
                .put("name", role.id())
                .put("type", "Microsoft.Authorization/roleDefinitions");
        definition.putObject("properties").put("roleName", role.name()).put("type", "BuiltInRole");
        return Reply.json(200, definition);
    }

    private static Reply list(List<ObjectNode> values) {
        ObjectNode answer = Incoming.JSON.createObjectNode();
        answer.putArray("value").addAll(values);
        return Reply.json(200, answer);
    }
}
