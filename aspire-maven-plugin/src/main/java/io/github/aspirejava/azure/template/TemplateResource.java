package io.github.aspirejava.azure.template;

import java.util.List;
import java.util.Optional;

/**
 * A resource in a template.
 *
 * @param symbol its name in the template
 * @param type its type, such as {@code Microsoft.App/managedEnvironments}
 * @param name its name in Azure; the last part only, if it has a parent
 * @param place its place, if not the deployment's target
 * @param body its properties; empty for an existing resource, which is only read
 */
public record TemplateResource(
        String symbol, String type, String apiVersion, Expression name, Place place, Optional<Value.Structure> body) {
    /** The place of a resource. */
    public sealed interface Place {
        /** The target that the template is deployed to. */
        record Deployment() implements Place {}

        /** A child of another resource. */
        record Within(TemplateResource parent) implements Place {}

        /** An extension of another resource. */
        record On(TemplateResource target) implements Place {}
    }

    /** Creates a resource that the template creates. */
    public static TemplateResource of(
            String symbol, String type, String apiVersion, Expression name, Value.Structure body) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.Deployment(), Optional.of(body));
    }

    /** Creates a reference to an existing resource. */
    public static TemplateResource existing(String symbol, String type, String apiVersion, Expression name) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.Deployment(), Optional.empty());
    }

    /** Returns the same resource as a child of {@code parent}. */
    public TemplateResource within(TemplateResource parent) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.Within(parent), body);
    }

    /** Returns the same resource as an extension of {@code target}. */
    public TemplateResource on(TemplateResource target) {
        return new TemplateResource(symbol, type, apiVersion, name, new Place.On(target), body);
    }

    /** Returns whether the template creates it. */
    public boolean isMade() {
        return body.isPresent();
    }

    /** Returns its id. */
    public Expression id() {
        return new Expression.Id(this);
    }

    /** Returns a property that it has once it exists. */
    public Expression property(String... path) {
        return new Expression.Property(this, List.of(path));
    }
}
