package io.github.aspirejava.maven.pom;

import java.util.function.UnaryOperator;

/**
 * The Maven expressions in a configuration of the plugin.
 *
 * @param evaluator evaluates them with the values of that time, and leaves those that have none
 * @param awaited whether Maven has not built the module of the configuration yet, so that another plugin may still set
 *     properties there
 * @param ahead the command line that executes such plugins before the goal; empty if this one may do so
 */
public record Expressions(UnaryOperator<String> evaluator, boolean awaited, String ahead) {
    /** Creates expressions whose values do not change any more. */
    public Expressions(UnaryOperator<String> evaluator) {
        this(evaluator, false, "");
    }

    /** Returns how to give a property a value. */
    String remedy(String property) {
        String define = "Define it in <properties> or with -D%s=…".formatted(property);
        return ahead.isEmpty() ? define : "%s; if a plugin sets it, run: %s".formatted(define, ahead);
    }
}
