package io.github.aspirejava.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The visible characters of a text, its line breaks and tabulators: without the commands of terminals (ECMA-48), the
 * control characters of ASCII and Latin-1, and Unicode's invisible characters, which change the direction of a text or
 * hide in it. Only complete commands go as a whole: an incomplete one at the end of a quotation must not take the words
 * after it along.
 */
final class VisibleText {
    private static final char ESCAPE = 0x1B;
    private static final char BELL = 0x07;
    /** The commands of a terminal with parameters, as one character. */
    private static final char CONTROL_SEQUENCE = 0x9B;
    /** The end of a string for a terminal, as one character. */
    private static final char STRING_END = 0x9C;
    /** The beginnings of strings for a terminal as one character, and those after an escape. */
    private static final String STRING_BEGINNINGS = "\u0090\u0098\u009D\u009E\u009FPX]^_";

    /** The rest of a command without parameters: a character set, or one character; no punctuation of a sentence. */
    private static final Pattern SHORT_COMMAND = Pattern.compile("[#%()*+]?[0-9A-Za-z<=>@|}~]");

    /** The rest of a command with parameters, up to its name. */
    private static final Pattern PARAMETERS = Pattern.compile("[0-9:;<=>?]*+[@A-Za-z^_`{|}~]");

    private static final String LINE_BREAKS = "\n\r\u000B\f\u0085\u2028\u2029";

    private final String text;
    private final StringBuilder visible;
    private int at;
    /** The end of the part that certainly has no end of a string. */
    private int withoutEnd;

    VisibleText(String text) {
        this.text = text;
        this.visible = new StringBuilder(text.length());
        while (at < text.length()) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            add(character);
        }
    }

    private void add(int character) {
        if (character == ESCAPE) {
            skipEscape();
        } else if (character == CONTROL_SEQUENCE) {
            skipControlSequence();
        } else if (character >= 0x80 && STRING_BEGINNINGS.indexOf(character) >= 0) {
            skipString();
        } else if (LINE_BREAKS.indexOf(character) >= 0) {
            boolean secondOfTwo = character == '\n' && at >= 2 && text.charAt(at - 2) == '\r';
            visible.append(secondOfTwo ? "" : "\n");
        } else if (character == '\t' || isVisible(character)) {
            visible.appendCodePoint(character);
        }
    }

    private static boolean isVisible(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }

    private void skipEscape() {
        if (at == text.length()) {
            return;
        }
        char kind = text.charAt(at);
        if (kind == '[') {
            at++;
            skipControlSequence();
        } else if (STRING_BEGINNINGS.indexOf(kind) >= 0) {
            at++;
            skipString();
        } else {
            Matcher command = SHORT_COMMAND.matcher(text).region(at, text.length());
            at = command.lookingAt() ? command.end() : at;
        }
    }

    private void skipControlSequence() {
        Matcher command = PARAMETERS.matcher(text).region(at, text.length());
        at = command.lookingAt() ? command.end() : at;
    }

    /** Skips a string that ends in its line; of any other only the beginning is no part of the text. */
    private void skipString() {
        int end = Math.max(at, withoutEnd);
        while (end < text.length()) {
            char character = text.charAt(end);
            if (LINE_BREAKS.indexOf(character) >= 0) {
                break;
            }
            end++;
            if (character == BELL || character == STRING_END) {
                at = end;
                return;
            }
            if (character == ESCAPE && end < text.length() && text.charAt(end) == '\\') {
                at = end + 1;
                return;
            }
        }
        withoutEnd = end;
    }

    @Override
    public String toString() {
        return visible.toString();
    }
}
