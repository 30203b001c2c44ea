package io.github.aspirejava.steps;

import io.github.aspirejava.app.NearestName;
import io.github.aspirejava.text.ForeignText;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Signals a target that is not the name of a step of the graph; the message contains the nearest name, and all existing
 * ones.
 */
public final class UnknownStepException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownStepException(Collection<String> unknown, Collection<String> available) {
        super(ForeignText.printable("There is no step %s. Available steps: %s."
                .formatted(
                        unknown.stream()
                                .sorted()
                                .map(name -> quote(name, available))
                                .collect(Collectors.joining(", ")),
                        available.stream().sorted().collect(Collectors.joining(", ")))));
    }

    private static String quote(String name, Collection<String> available) {
        return NearestName.of(name, available)
                .map(nearest -> "'%s' (did you mean '%s'?)".formatted(name, nearest))
                .orElse("'%s'".formatted(name));
    }
}
