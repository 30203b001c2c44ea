package io.github.aspirejava.steps;

import io.github.aspirejava.text.ForeignText;
import java.util.List;

/**
 * Signals steps that do not form a graph: a duplicate name, a dependency on an unknown step, or a cycle. The message
 * has one line for each.
 */
public final class InvalidGraphException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidGraphException(List<String> problems) {
        super(ForeignText.printable(String.join("\n", problems)));
    }
}
