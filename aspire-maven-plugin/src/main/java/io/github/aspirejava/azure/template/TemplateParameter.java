package io.github.aspirejava.azure.template;

import java.util.Optional;

/**
 * A string parameter of a template, set when it is deployed.
 *
 * @param description the description for the user who sets it
 * @param fallback the default value
 * @param secure whether it is a secret, which must not be logged; has no fallback
 */
public record TemplateParameter(String symbol, String description, Optional<Expression> fallback, boolean secure) {
    /** Checks that no secret is written into the template. */
    public TemplateParameter {
        if (secure && fallback.isPresent()) {
            throw new IllegalArgumentException("A secret has no default");
        }
    }

    /** Creates a required parameter. */
    public static TemplateParameter required(String symbol, String description) {
        return new TemplateParameter(symbol, description, Optional.empty(), false);
    }

    /** Creates an optional parameter. */
    public static TemplateParameter of(String symbol, String description, Expression fallback) {
        return new TemplateParameter(symbol, description, Optional.of(fallback), false);
    }

    /** Creates a secret parameter. */
    public static TemplateParameter secret(String symbol, String description) {
        return new TemplateParameter(symbol, description, Optional.empty(), true);
    }

    /** Returns the expression of its value. */
    public Expression value() {
        return new Expression.ParameterValue(this);
    }
}
