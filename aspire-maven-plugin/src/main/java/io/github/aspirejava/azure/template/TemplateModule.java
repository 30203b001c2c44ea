package io.github.aspirejava.azure.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template that another one deploys, as a deployment of its own.
 *
 * @param file the template's file, relative to that of the template which deploys it, with slashes
 * @param deployment the deployment's name, at most 64 characters
 * @param arguments the values of the template's parameters, by their symbols
 * @param after the other modules that have to be deployed before
 */
public record TemplateModule(
        String symbol,
        String file,
        String deployment,
        Target target,
        Map<String, Expression> arguments,
        List<TemplateModule> after,
        Template template) {
    /** The target of a module's deployment. */
    public sealed interface Target {
        /** A resource group that the same template creates. */
        record MadeGroup(TemplateResource group) implements Target {}

        /**
         * A resource group that exists by then.
         *
         * @param subscription its subscription, if not the template's
         */
        record Group(Optional<Expression> subscription, Expression name) implements Target {}

        /**
         * Another subscription.
         *
         * @param location the location where Azure keeps the deployment
         */
        record Subscription(Expression id, Expression location) implements Target {}
    }

    /** Keeps the order of the arguments. */
    public TemplateModule {
        after = List.copyOf(after);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** Returns an output of the module. */
    public Expression output(String name) {
        return new Expression.ModuleOutput(this, name);
    }
}
