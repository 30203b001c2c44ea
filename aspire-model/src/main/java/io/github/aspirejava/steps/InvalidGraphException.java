package io.github.aspirejava.steps;

import java.util.List;

/**
 * Steps that are not a graph: a name given twice, a dependency on an unknown step, or a cycle. The message has one line
 * for each.
 */
public final class InvalidGraphException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidGraphException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
