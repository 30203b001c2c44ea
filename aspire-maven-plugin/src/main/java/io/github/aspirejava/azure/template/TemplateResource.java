package io.github.aspirejava.azure.template;

import java.util.List;
import java.util.Optional;

/**
 * A resource in a template.
 *
 * @param symbol what it is called in the template
 * @param type such as {@code Microsoft.App/managedEnvironments}
 * @param name its name in Azure; the last part only, if it has a parent
 * @param place where it is, if not simply where the template is deployed to
 * @param body what it is like; empty if it is there already and only read
 */
public record TemplateResource(
        String symbol, String type, String apiVersion, Expression name, Place place, Optional<Value.Structure> body) {
    /** Where a resource is. */
    public sealed interface Place {
        /** Where the template is deployed to. */
        record Deployment() implements Place {}

        /** In another resource, as a part of it. */
        record Within(TemplateResource parent) implements Place {}

        /** On another resource, about which it says something. */
        record On(TemplateResource target) implements Place {}
    }

    /** One that the template makes. */
    public static TemplateResource of(
            String symbol, String type, String apiVersion, Expression name, Value.Structure body) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.Deployment(), Optional.of(body));
    }

    /** One that is there already. */
    public static TemplateResource existing(String symbol, String type, String apiVersion, Expression name) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.Deployment(), Optional.empty());
    }

    /** The same as a part of {@code parent}. */
    public TemplateResource within(TemplateResource parent) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.Within(parent), body);
    }

    /** The same as something about {@code target}. */
    public TemplateResource on(TemplateResource target) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.On(target), body);
    }

    /** Whether the template makes it. */
    public boolean isMade() {
        return body.isPresent();
    }

    /** Its id. */
    public Expression id() {
        return new Expression.Id(this);
    }

    /** A property that it has once it is there. */
    public Expression property(String... path) {
        return new Expression.Property(this, List.of(path));
    }
}
