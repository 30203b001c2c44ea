package io.github.aspirejava.deploy;

import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TextPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The value of an environment variable, whose addresses and generated parameters each environment resolves.
 *
 * @param parts the parts, which follow each other
 */
public record Value(List<TextPart> parts) {
    /** Copies the list. */
    public Value {
        parts = List.copyOf(parts);
    }

    /** Returns the value of a text of the model. */
    static Value of(Text text) {
        return new Value(text.parts());
    }

    /** Returns a value that is known. */
    static Value of(String text) {
        return new Value(List.of(new TextPart.Literal(text)));
    }

    /** Returns a property of an address. */
    static Value of(TextPart.Address address) {
        return new Value(List.of(address));
    }

    /** Returns whether a secret is part of the value, which must not be shown or published then. */
    public boolean isSecret() {
        return parts.stream()
                .anyMatch(part -> part instanceof TextPart.ParameterValue value
                        && value.parameter().secret());
    }

    /** Returns the value with each part replaced by {@code part}. */
    public String resolve(Function<TextPart, String> part) {
        StringBuilder text = new StringBuilder();
        parts.forEach(one -> text.append(part.apply(one)));
        return text.toString();
    }

    /** Returns the value if it consists of literals only. */
    Optional<String> literal() {
        return parts.stream().allMatch(TextPart.Literal.class::isInstance)
                ? Optional.of(resolve(part -> ((TextPart.Literal) part).text()))
                : Optional.empty();
    }
}
