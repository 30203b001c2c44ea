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
 * @param deployment what the deployment is called, at most 64 characters
 * @param arguments what the template's parameters are given, by their symbols
 * @param after what else has to be deployed before
 */
public record TemplateModule(
        String symbol,
        String file,
        String deployment,
        Target target,
        Map<String, Expression> arguments,
        List<TemplateModule> after,
        Template template) {
    /** Where a module is deployed to. */
    public sealed interface Target {
        /** A resource group that the same template makes. */
        record MadeGroup(TemplateResource group) implements Target {}

        /**
         * A resource group that is there by then.
         *
         * @param subscription its subscription, if not the template's
         */
        record Group(Optional<Expression> subscription, Expression name) implements Target {}

        /**
         * Another subscription.
         *
         * @param location where Azure keeps the deployment
         */
        record Subscription(Expression id, Expression location) implements Target {}
    }

    /** Keeps the order of the arguments. */
    public TemplateModule {
        after = List.copyOf(after);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** What it has come to. */
    public Expression output(String name) {
        return new Expression.ModuleOutput(this, name);
    }
}
