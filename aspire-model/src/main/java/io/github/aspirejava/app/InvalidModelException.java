package io.github.aspirejava.app;

import io.github.aspirejava.text.ForeignText;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown if a model has mistakes; the message has one line for each. */
public final class InvalidModelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Creates an exception with these mistakes, of which there is at least one. */
    public InvalidModelException(List<Problem> problems) {
        super(ForeignText.printable(problems.stream().map(Problem::message).collect(Collectors.joining("\n"))));
        this.problems = List.copyOf(problems);
    }

    /** Returns the mistakes, ordered by file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
