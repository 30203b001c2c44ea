package io.github.aspirejava.engine.compose;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.Endpoint;
import io.github.aspirejava.app.PercentEncoding;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.TextPart;
import io.github.aspirejava.deploy.Value;
import java.util.Map;

/** The values of variables in a project, in whose network each service is a host of its name. */
final class Addresses {
    private final AppModel model;
    private final Map<String, Secret> generated;

    /**
     * Creates the values of a project.
     *
     * @param generated the generated values of parameters, by their names
     */
    Addresses(AppModel model, Map<String, Secret> generated) {
        this.model = model;
        this.generated = Map.copyOf(generated);
    }

    /** Returns a value with all its parts resolved. */
    String resolve(Value value) {
        return value.resolve(this::part);
    }

    private String part(TextPart part) {
        if (part instanceof TextPart.Literal literal) {
            return literal.text();
        }
        if (part instanceof TextPart.Address address) {
            return of(address);
        }
        TextPart.ParameterValue parameter = (TextPart.ParameterValue) part;
        String name = parameter.parameter().name();
        Secret value = parameter.value().orElseGet(() -> {
            Secret made = generated.get(name);
            if (made == null) {
                throw new IllegalStateException("The parameter '%s' has no value".formatted(name));
            }
            return made;
        });
        return parameter.encoded() ? PercentEncoding.of(value.reveal()) : value.reveal();
    }

    /** Returns a property of the address of a service. */
    String of(TextPart.Address address) {
        Service target = model.resource(address.service())
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .orElseThrow();
        Endpoint endpoint = target.deployment().endpoints().stream()
                .filter(one -> address.endpoint().map(one.name()::equals).orElse(true))
                .findFirst()
                .orElseThrow();
        String host = Project.host(target.name());
        return switch (address.property()) {
            case URL -> "%s://%s:%d".formatted(endpoint.scheme(), host, endpoint.port());
            case HOST -> host;
            case PORT -> Integer.toString(endpoint.port());
            case HOST_AND_PORT -> "%s:%d".formatted(host, endpoint.port());
        };
    }
}
