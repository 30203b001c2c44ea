package io.github.aspirejava.azure.template;

import java.util.Locale;
import java.util.Set;

/** Names of the model as symbols of a template. */
public final class Symbols {
    /** The reserved symbols: words and functions of Bicep, and the parameters of our own templates. */
    private static final Set<String> TAKEN = Set.of(
            "assert",
            "az",
            "deployment",
            "existing",
            "extension",
            "false",
            "for",
            "func",
            "guid",
            "if",
            "import",
            "in",
            "json",
            "location",
            "metadata",
            "module",
            "none",
            "null",
            "output",
            "param",
            "provider",
            "resource",
            "resource_group",
            "resourcegroup",
            "subscription",
            "subscriptionresourceid",
            "sys",
            "targetscope",
            "test",
            "true",
            "type",
            "using",
            "var",
            "void",
            "with");

    private Symbols() {}

    /**
     * Returns the symbol of a resource of the model. Two resources have two symbols, because their names differ by more
     * than case and have single hyphens only between other characters.
     */
    public static String of(String name) {
        String symbol = name.replace('-', '_');
        return TAKEN.contains(symbol.toLowerCase(Locale.ROOT)) ? symbol + "__" : symbol;
    }

    /** Returns the symbol of something that belongs to two resources, or to one and has a name. */
    public static String of(String name, String part) {
        return name.replace('-', '_') + "__" + part.replace('-', '_');
    }
}
