package io.github.aspirejava.steps;

import java.util.Collection;
import java.util.stream.Collectors;

/** A target that no step of the graph has as its name; the message lists the names there are. */
public final class UnknownStepException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownStepException(Collection<String> unknown, Collection<String> available) {
        super("There is no step %s. Available steps: %s."
                .formatted(
                        unknown.stream().sorted().map(name -> "'" + name + "'").collect(Collectors.joining(", ")),
                        available.stream().sorted().collect(Collectors.joining(", "))));
    }
}
