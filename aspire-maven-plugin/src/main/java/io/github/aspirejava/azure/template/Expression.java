package io.github.aspirejava.azure.template;

import java.util.List;

/** A text in a template, or what Azure Resource Manager makes one of when the template is deployed. */
public sealed interface Expression extends Value {
    /** The text itself. */
    record Text(String text) implements Expression {}

    /** Texts, one after the other. */
    record Join(List<Expression> parts) implements Expression {
        /** Copies the list. */
        public Join {
            parts = List.copyOf(parts);
        }
    }

    /** What a parameter of the template is given. */
    record ParameterValue(TemplateParameter parameter) implements Expression {}

    /** The id of a resource of the same template. */
    record Id(TemplateResource resource) implements Expression {}

    /** The name of a resource of the same template. */
    record Name(TemplateResource resource) implements Expression {}

    /**
     * A property that a resource has once it is there.
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
     * A secret of a resource, which it tells those only who may ask for its keys: it is in no template.
     *
     * @param key its name, such as {@code primarySharedKey}
     */
    record Key(TemplateResource resource, String key) implements Expression {}

    /** What a module has come to. */
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

    /** The text itself. */
    static Expression text(String text) {
        return new Text(text);
    }

    /** The result of a function. */
    static Expression call(String function, Expression... arguments) {
        return new Call(function, List.of(arguments), List.of());
    }
}
