package io.github.aspirejava.azure.template;

import java.math.BigDecimal;
import java.util.List;

/** A value in a template: JSON, in which an {@link Expression} may take the place of a string. */
public sealed interface Value
        permits Expression, Value.Structure, Value.Items, Value.Figure, Value.Flag, Value.Nothing {
    /** An object; its properties keep their order. */
    record Structure(List<Property> properties) implements Value {
        /** Copies the list. */
        public Structure {
            properties = List.copyOf(properties);
        }
    }

    /** A property of an object: its name may be an expression, too. */
    record Property(Expression name, Value value) {}

    /** An array. */
    record Items(List<Value> values) implements Value {
        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A number. */
    record Figure(BigDecimal number) implements Value {}

    /** A boolean. */
    record Flag(boolean value) implements Value {}

    /** The JSON null. */
    record Nothing() implements Value {}
}
