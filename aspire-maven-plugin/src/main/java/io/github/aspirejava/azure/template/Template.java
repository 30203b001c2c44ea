package io.github.aspirejava.azure.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A unit of deployment.
 *
 * @param subscription whether it is deployed to a subscription, instead of a resource group
 */
public record Template(
        boolean subscription,
        List<TemplateParameter> parameters,
        List<TemplateResource> resources,
        List<TemplateModule> modules,
        List<Output> outputs) {
    /** A string that the deployment returns. */
    public record Output(String name, Expression value) {}

    /** Copies the lists, and checks that all names are unique. */
    public Template {
        parameters = List.copyOf(parameters);
        resources = List.copyOf(resources);
        modules = List.copyOf(modules);
        outputs = List.copyOf(outputs);
        List<String> symbols = new ArrayList<>();
        parameters.forEach(parameter -> symbols.add(parameter.symbol()));
        resources.forEach(resource -> symbols.add(resource.symbol()));
        modules.forEach(module -> symbols.add(module.symbol()));
        requireDifferent(symbols);
        requireDifferent(outputs.stream().map(Output::name).toList());
    }

    private static void requireDifferent(Collection<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            // JSON templates ignore the case of names.
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two things in a template are called '%s'".formatted(name));
            }
        }
    }
}
