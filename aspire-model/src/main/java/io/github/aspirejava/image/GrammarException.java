package io.github.aspirejava.image;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that does not follow its grammar, such as that of image names. The message is one sentence that says what is
 * wrong and one that says what to write instead; {@link #what()} and {@link #fix()} hold them apart.
 */
public final class GrammarException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String fix;
    private final @Nullable String correction;

    /** Both without a full stop. */
    public GrammarException(String what, String fix) {
        this(what, fix, null);
    }

    private GrammarException(String what, String fix, @Nullable String correction) {
        super(what + ". " + fix + ".");
        this.what = what;
        this.fix = fix;
        this.correction = correction;
    }

    /** The fix is to write {@code correction}, which follows the grammar. */
    static GrammarException corrected(String what, String correction) {
        return new GrammarException(what, "Write " + correction, correction);
    }

    /** The fix is to write {@code correction}, which follows the grammar, for this {@code rule}. */
    static GrammarException corrected(String what, String correction, String rule) {
        return new GrammarException(what, "Write %s: %s".formatted(correction, rule), correction);
    }

    /** What is wrong, without a full stop. */
    public String what() {
        return what;
    }

    /** What to write instead, without a full stop. */
    public String fix() {
        return fix;
    }

    /** The text to write in place of the one that {@link #what()} quotes, where one is near. */
    public Optional<String> correction() {
        return Optional.ofNullable(correction);
    }
}
