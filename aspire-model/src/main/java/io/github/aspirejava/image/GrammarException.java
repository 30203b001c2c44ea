package io.github.aspirejava.image;

import io.github.aspirejava.text.ForeignText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signals a text that does not follow its grammar, such as that of image names. The message is one sentence about the
 * error and one about its correction; {@link #what()} and {@link #fix()} return them separately.
 */
public final class GrammarException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = ForeignText.LONGEST_LINE / 2 - 2;

    private final String what;
    private final String fix;
    private final @Nullable String correction;

    /** Creates an exception from the error and its correction, both without a full stop. */
    public GrammarException(String what, String fix) {
        this(what, fix, null);
    }

    private GrammarException(String what, String fix, @Nullable String correction) {
        super(quoted(what) + ". " + quoted(fix) + ".");
        this.what = quoted(what);
        this.fix = quoted(fix);
        this.correction = correction;
    }

    /** Returns a sentence that quotes the text, which may be from elsewhere. */
    private static String quoted(String sentence) {
        return ForeignText.line(sentence, LONGEST);
    }

    /** Creates an exception whose fix is to write {@code correction}, which follows the grammar. */
    static GrammarException corrected(String what, String correction) {
        return new GrammarException(what, "Write " + correction, correction);
    }

    /**
     * Creates an exception whose fix is to write {@code correction}, which follows the grammar, for this {@code rule}.
     */
    static GrammarException corrected(String what, String correction, String rule) {
        return new GrammarException(what, "Write %s: %s".formatted(correction, rule), correction);
    }

    /** Returns the description of the error, without a full stop. */
    public String what() {
        return what;
    }

    /** Returns the advice for the correction, without a full stop. */
    public String fix() {
        return fix;
    }

    /** Returns the text to write in place of the one that {@link #what()} quotes, if a similar one is valid. */
    public Optional<String> correction() {
        return Optional.ofNullable(correction);
    }
}
