package io.github.aspirejava.app;

/**
 * One mistake in a model, as its author reads it.
 *
 * @param origin where it is
 * @param what what is wrong, without a full stop
 * @param fix what to write instead, without a full stop
 */
public record Problem(Origin origin, String what, String fix) {
    /** The line to print: {@code pom.xml:12: what is wrong. What to write instead.} */
    public String message() {
        String position = origin.toString();
        return (position.isEmpty() ? "" : position + ": ") + what + ". " + fix + ".";
    }

    @Override
    public String toString() {
        return message();
    }
}
