package io.github.aspirejava.azure.template;

import java.util.List;

/** A string in a template, or an expression that Azure Resource Manager evaluates when the template is deployed. */
public sealed interface Expression extends Value {
    /** A literal string. */
    record Text(String text) implements Expression {}

    /** A concatenation. */
    record Join(List<Expression> parts) implements Expression {
        /** Copies the list. */
        public Join {
            parts = List.copyOf(parts);
        }
    }

    /** The value of a parameter of the template. */
    record ParameterValue(TemplateParameter parameter) implements Expression {}

    /** The id of a resource of the same template. */
    record Id(TemplateResource resource) implements Expression {}

    /** The name of a resource of the same template. */
    record Name(TemplateResource resource) implements Expression {}

    /**
     * A property that a resource has once it exists.
     *
     * @param path the names on the way to it, below {@code properties}
     */
    record Property(TemplateResource resource, List<String> path) implements Expression {
        /** Copies the list. */
        public Property {
            path = List.copyOf(path);
        }
    }

    /**
     * A secret of a resource, which only callers with permission to list its keys can read: it is in no template.
     *
     * @param key its name, such as {@code primarySharedKey}
     */
    record Key(TemplateResource resource, String key) implements Expression {}

    /** An output of a module. */
    record ModuleOutput(TemplateModule module, String output) implements Expression {}

    /**
     * A call of one of the functions that Bicep and JSON templates have in common.
     *
     * @param path the names on the way to a property of the result; empty for the result itself
     */
    record Call(String function, List<Expression> arguments, List<String> path) implements Expression {
        /** Copies the lists. */
        public Call {
            arguments = List.copyOf(arguments);
            path = List.copyOf(path);
        }
    }

    /** Creates a literal string. */
    static Expression text(String text) {
        return new Text(text);
    }

    /** Creates a call of a function. */
    static Expression call(String function, Expression... arguments) {
        return new Call(function, List.of(arguments), List.of());
    }
}
