package io.github.aspirejava.azure.template;

import java.util.Optional;

/**
 * A text that a template is given when it is deployed.
 *
 * @param description for who has to give it
 * @param fallback what it is if nobody gives it
 * @param secure whether it is a secret, which must not be logged; has no fallback
 */
public record TemplateParameter(String symbol, String description, Optional<Expression> fallback, boolean secure) {
    /** Checks that no secret is written into the template. */
    public TemplateParameter {
        if (secure && fallback.isPresent()) {
            throw new IllegalArgumentException("A secret has no default");
        }
    }

    /** One that has to be given. */
    public static TemplateParameter required(String symbol, String description) {
        return new TemplateParameter(symbol, description, Optional.empty(), false);
    }

    /** One that need not be given. */
    public static TemplateParameter of(String symbol, String description, Expression fallback) {
        return new TemplateParameter(symbol, description, Optional.of(fallback), false);
    }

    /** A secret. */
    public static TemplateParameter secret(String symbol, String description) {
        return new TemplateParameter(symbol, description, Optional.empty(), true);
    }

    /** What it is given. */
    public Expression value() {
        return new Expression.ParameterValue(this);
    }
}
