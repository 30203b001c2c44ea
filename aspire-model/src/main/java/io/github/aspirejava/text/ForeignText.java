package io.github.aspirejava.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filter for text that others have written (registries, token servers, engines, package managers, Azure) on its way
 * into a log, a report or a message. Such a text can neither forge lines of a log, nor operate a terminal, nor command
 * a build server, nor fill the log, and shows no credentials that it quotes. All patterns match in linear time.
 */
public final class ForeignText {
    /** The maximum number of characters of a line. */
    public static final int LONGEST_LINE = 2000;

    /** The maximum number of characters of a text with several lines, such as the last output of a program. */
    private static final int LONGEST_TEXT = 100_000;

    /** The number of characters that are looked at, as a multiple of those that are kept: most may be invisible. */
    private static final int LOOKED_AT = 8;

    /** The commands of Azure Pipelines and TeamCity anywhere in a line, and GitHub's older ones. */
    private static final Pattern BRACKET_COMMAND = Pattern.compile("##(?=[\\w.-]{0,40}\\[)");

    /** GitHub's commands, which are at the beginning of a line; not the address {@code [::1]}. */
    private static final Pattern COLON_COMMAND = Pattern.compile("(?<![\\w\\[:.])::(?=[A-Za-z][\\w-]{0,40}[\\s,:])");

    /** The user information of an address; with SSH, the name alone is part of the address. */
    private static final Pattern USER_INFO =
            Pattern.compile("(?<=(?<!ssh)://)[^/?#\\s\"']*@|(?<=://)[^/?#\\s\"':]*+:[^/?#\\s\"']*@");

    /** A signed token, and an authorization that a server quotes. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{6}[A-Za-z0-9_.-]*"
            + "|(?<=\\b[Bb]earer )[A-Za-z0-9+/=._~-]{20,}|(?<=\\b[Bb]asic )(?=\\S{0,40}[0-9])[A-Za-z0-9+/=]{12,}");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private ForeignText() {}

    /** Returns a text as one line of at most {@value #LONGEST_LINE} characters. */
    public static String line(@Nullable String text) {
        return line(text, LONGEST_LINE);
    }

    /** Returns a text as one line of at most {@code longest} characters. */
    public static String line(@Nullable String text, int longest) {
        if (text == null) {
            return "";
        }
        String visible = new VisibleText(begin(text, longest * LOOKED_AT)).toString();
        return cut(harmless(SPACES.matcher(visible).replaceAll(" ").strip()), longest);
    }

    /**
     * Returns a text of several lines, whose breaks and indentation are kept: a message of our own that quotes others,
     * or the output of a program.
     */
    public static String lines(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String visible = new VisibleText(begin(text, LONGEST_TEXT)).toString();
        return visible.indexOf('\n') < 0
                ? cut(harmless(visible), LONGEST_LINE)
                : visible.lines().map(line -> cut(harmless(line), LONGEST_LINE)).collect(Collectors.joining("\n"));
    }

    /**
     * Returns a text that is mostly our own, and may quote others, with its breaks and indentation: its lines may be as
     * long as they are.
     */
    public static String printable(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String visible = new VisibleText(text).toString();
        return visible.indexOf('\n') < 0
                ? harmless(visible)
                : visible.lines().map(ForeignText::harmless).collect(Collectors.joining("\n"));
    }

    private static String harmless(String line) {
        String anonymous = line.contains("://") ? USER_INFO.matcher(line).replaceAll("") : line;
        String masked = TOKEN.matcher(anonymous).replaceAll("***");
        String text = masked.contains("##") ? BRACKET_COMMAND.matcher(masked).replaceAll("# #") : masked;
        return text.contains("::") ? COLON_COMMAND.matcher(text).replaceAll(": :") : text;
    }

    private static String begin(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, end(text, longest));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, end(text, longest - 1)) + "…";
    }

    /** Returns an index that does not divide a pair of surrogates. */
    private static int end(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
