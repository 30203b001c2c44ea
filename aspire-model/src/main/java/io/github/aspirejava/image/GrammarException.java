package io.github.aspirejava.image;

/**
 * A text that does not follow the grammar of image names. The message is one sentence that says what is wrong and one
 * that says what to write instead; {@link #what()} and {@link #fix()} hold them apart.
 */
public final class GrammarException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String fix;

    GrammarException(String what, String fix) {
        super(what + ". " + fix + ".");
        this.what = what;
        this.fix = fix;
    }

    /** What is wrong, without a full stop. */
    public String what() {
        return what;
    }

    /** What to write instead, without a full stop. */
    public String fix() {
        return fix;
    }
}
