package io.github.aspirejava.engine.build;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes as Docker's command line reads them, such as {@code 128m}. */
public final class ByteSize {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})\\s*([kmgt]?)i?b?");

    private ByteSize() {}

    /**
     * Parses a number with a unit.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static long parse(String text) {
        Matcher size = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException("'%s' is not a size".formatted(text));
        }
        int thousands = size.group(2).isEmpty() ? 0 : "kmgt".indexOf(size.group(2)) + 1;
        return Math.multiplyExact(Long.parseLong(size.group(1)), 1L << (10 * thousands));
    }
}
