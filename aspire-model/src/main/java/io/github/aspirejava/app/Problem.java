package io.github.aspirejava.app;

/**
 * A mistake in a model, described for the model's author.
 *
 * @param origin the place of the mistake
 * @param what the description of the mistake, without a full stop
 * @param fix the correction to make, without a full stop
 */
public record Problem(Origin origin, String what, String fix) {
    /** Returns the line to print, in the form {@code pom.xml:12: what is wrong. What to write instead.} */
    public String message() {
        String position = origin.toString();
        return (position.isEmpty() ? "" : position + ": ") + what + ". " + fix + ".";
    }

    @Override
    public String toString() {
        return message();
    }
}
