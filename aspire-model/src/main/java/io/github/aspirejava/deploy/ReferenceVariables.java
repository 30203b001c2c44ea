package io.github.aspirejava.deploy;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.Endpoint.Transport;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.TextPart;
import io.github.aspirejava.app.TextPart.Address;
import io.github.aspirejava.app.TextPart.Address.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that tell a service the addresses of those that it refers to: Aspire's names, and the names that the
 * frameworks of the service read.
 */
final class ReferenceVariables {
    private final AppModel model;
    private final Service user;
    private final Traits traits;
    private final Map<String, Value> variables = new LinkedHashMap<>();
    /** The addresses of services whose names are no part of a variable's name that Spring reads. */
    private final Map<String, Address> inJson = new LinkedHashMap<>();

    ReferenceVariables(AppModel model, Service user, Traits traits) {
        this.model = model;
        this.user = user;
        this.traits = traits;
    }

    Map<String, Value> get() {
        for (Reference reference : user.deployment().references()) {
            model.resource(reference.name())
                    .filter(Service.class::isInstance)
                    .map(Service.class::cast)
                    .ifPresent(this::add);
        }
        addJson();
        return variables;
    }

    private void add(Service target) {
        Map<String, Integer> counts = new HashMap<>();
        for (Endpoint endpoint : target.deployment().endpoints()) {
            Value url = Value.of(address(target, endpoint, Property.URL));
            variables.put(variable(target.name()) + "_" + variable(endpoint.name()), url);
            String key = endpoint.name().matches("https?") ? endpoint.scheme() : endpoint.name();
            int count = counts.merge(key, 1, Integer::sum) - 1;
            variables.put("services__%s__%s__%d".formatted(target.name(), key, count), url);
            if (target.name().contains("-")) {
                // Shells and some platforms drop variables with hyphens.
                variables.put("services__%s__%s__%d".formatted(target.name().replace('-', '_'), key, count), url);
            }
            if (endpoint.transport() == Transport.TCP) {
                variables.putIfAbsent(
                        variable(target.name()) + "_HOST", Value.of(address(target, endpoint, Property.HOST)));
                variables.putIfAbsent(
                        variable(target.name()) + "_PORT", Value.of(address(target, endpoint, Property.PORT)));
            }
        }
        MainEndpoint.of(target).ifPresent(endpoint -> addForFrameworks(target, endpoint));
    }

    private void addForFrameworks(Service target, Endpoint endpoint) {
        Address address = address(target, endpoint, Property.URL);
        String name = target.name().toUpperCase(Locale.ROOT);
        if (traits.has(Framework.SPRING_CLOUD)) {
            if (name.contains("-")) {
                inJson.put(target.name(), address);
            } else {
                variables.put(
                        "SPRING_CLOUD_DISCOVERY_CLIENT_SIMPLE_INSTANCES_%s_0_URI".formatted(name), Value.of(address));
            }
        }
        if (traits.has(Framework.QUARKUS_REST_CLIENT)) {
            String key = name.contains("-") ? "_%s_".formatted(name.replace('-', '_')) : name;
            variables.put("QUARKUS_REST_CLIENT_%s_URL".formatted(key), Value.of(address));
        }
        if (traits.has(Framework.MICRONAUT_HTTP_CLIENT)) {
            variables.put("MICRONAUT_HTTP_SERVICES_%s_URL".formatted(name.replace('-', '_')), Value.of(address));
        }
    }

    private void addJson() {
        if (inJson.isEmpty()) {
            return;
        }
        List<TextPart> parts = new ArrayList<>();
        String before = "{\"spring\":{\"cloud\":{\"discovery\":{\"client\":{\"simple\":{\"instances\":{";
        for (Map.Entry<String, Address> instance : inJson.entrySet()) {
            parts.add(new TextPart.Literal("%s\"%s\":[{\"uri\":\"".formatted(before, instance.getKey())));
            parts.add(instance.getValue());
            before = "\"}],";
        }
        parts.add(new TextPart.Literal("\"}]}}}}}}}"));
        variables.put("SPRING_APPLICATION_JSON", new Value(parts));
    }

    private static Address address(Service target, Endpoint endpoint, Property property) {
        return new Address(target.name(), Optional.of(endpoint.name()), property);
    }

    /** Returns a name as a part of a variable's name, as Aspire writes it. */
    private static String variable(String name) {
        String upper = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return Character.isDigit(upper.charAt(0)) ? "_" + upper : upper;
    }
}
