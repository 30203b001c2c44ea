package io.github.aspirejava.azure.publish;

import io.github.aspirejava.azure.arm.ArmId;
import io.github.aspirejava.azure.resource.UniqueName;
import io.github.aspirejava.azure.template.Expression;
import io.github.aspirejava.azure.template.Symbols;
import io.github.aspirejava.azure.template.Template;
import io.github.aspirejava.azure.template.TemplateModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a module is called. It has a name of the model, and more names if it is only a part of what is called so; names
 * of the model have no dots and underscores.
 */
record Part(List<String> names) {
    /** The longest name of a deployment. */
    private static final int LONGEST_NAME = 64;

    static Part of(String... names) {
        return new Part(List.of(names));
    }

    String symbol() {
        return names.size() == 1
                ? Symbols.of(names.get(0))
                : Symbols.of(names.get(0), String.join("__", names.subList(1, names.size())));
    }

    String file() {
        return "modules/%s.bicep".formatted(String.join(".", names));
    }

    private String deployment() {
        String name = String.join(".", names);
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        String hash = UniqueName.hash(ArmId.group("", ""), "", name);
        return name.substring(0, LONGEST_NAME - hash.length() - 1) + "-" + hash;
    }

    TemplateModule module(ResourceGroups.Place place, Map<String, Expression> arguments, Template template) {
        return new TemplateModule(symbol(), file(), deployment(), place.target(), arguments, place.after(), template);
    }

    /** Arguments by their parameters, in this order; more can be added. */
    @SafeVarargs
    static Map<String, Expression> arguments(Map.Entry<String, Expression>... arguments) {
        Map<String, Expression> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> argument : arguments) {
            ordered.put(argument.getKey(), argument.getValue());
        }
        return ordered;
    }
}
