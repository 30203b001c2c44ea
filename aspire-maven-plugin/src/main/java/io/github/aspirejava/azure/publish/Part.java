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
 * The name of a module: a name of the model, followed by further names if the module is only a part of that resource.
 * Names of the model contain no dots and underscores.
 */
record Part(List<String> names) {
    /** The longest name that a deployment may have. */
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

    /** Returns arguments by their parameters, in this order, as a map that can be extended. */
    @SafeVarargs
    static Map<String, Expression> arguments(Map.Entry<String, Expression>... arguments) {
        Map<String, Expression> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> argument : arguments) {
            ordered.put(argument.getKey(), argument.getValue());
        }
        return ordered;
    }
}
