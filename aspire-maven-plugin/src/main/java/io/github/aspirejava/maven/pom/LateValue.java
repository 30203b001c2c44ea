package io.github.aspirejava.maven.pom;

import java.util.function.UnaryOperator;

/** A text with Maven expressions that may get other values until its module has had its turn in the build. */
final class LateValue {
    private final String expression;
    private final UnaryOperator<String> evaluator;
    private boolean taken;

    LateValue(String expression, UnaryOperator<String> evaluator) {
        this.expression = expression;
        this.evaluator = evaluator;
    }

    /** Returns a part of the text as a value of its own. */
    LateValue part(String text) {
        return new LateValue(text, evaluator);
    }

    /** Returns the text with the values of this time. */
    String evaluate() {
        return evaluator.apply(expression).strip();
    }

    /** Notes that the reader of the text needs no value yet. */
    void take() {
        taken = true;
    }

    boolean isTaken() {
        return taken;
    }
}
