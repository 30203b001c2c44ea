package io.github.aspirejava.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An instruction of a Dockerfile.
 *
 * @param line the number of its first line, from 1
 * @param text its lines joined, runs of spaces as one
 * @param keyword its first word, in upper case
 * @param flags its flags, such as {@code --mount=…}, without quotes
 * @param rest the text after the flags
 * @param heredocs whether it has here-documents
 * @param escape the sign that escapes a character
 */
public record Instruction(
        int line, String text, String keyword, List<String> flags, String rest, boolean heredocs, char escape) {
    /** Copies the list. */
    public Instruction {
        flags = List.copyOf(flags);
    }

    /** Reads the joined lines of an instruction. */
    static Instruction parse(int line, String joined, boolean heredocs, char escape) {
        String[] parts = joined.strip().split("[\\t\\x0B\\f\\r ]+", 2);
        List<String> flags = new ArrayList<>();
        String rest = parts.length == 1 ? "" : flags(parts[1], escape, flags);
        return new Instruction(
                line,
                joined.strip().replaceAll("\\s+", " "),
                parts[0].toUpperCase(Locale.ROOT),
                flags,
                rest.strip(),
                heredocs,
                escape);
    }

    /** Reads the flags, and returns the text after them. */
    private static String flags(String text, char escape, List<String> flags) {
        int at = 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (!text.startsWith("--", at)) {
                return text.substring(at);
            }
            StringBuilder word = new StringBuilder();
            char quote = 0;
            for (; at < text.length() && (quote != 0 || !Character.isWhitespace(text.charAt(at))); at++) {
                char c = text.charAt(at);
                if (c == escape) {
                    at++;
                    word.append(at < text.length() ? text.substring(at, at + 1) : "");
                } else if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                    quote = quote == 0 ? c : 0;
                } else {
                    word.append(c);
                }
            }
            if (word.toString().equals("--")) {
                return text.substring(Math.min(at, text.length()));
            }
            flags.add(word.toString());
        }
    }

    /** Returns the instruction that {@code ONBUILD} puts off; this one if it is another instruction. */
    Instruction triggered() {
        return keyword.equals("ONBUILD") ? parse(line, rest, heredocs, escape) : this;
    }

    /** Returns the values of a flag. */
    List<String> flag(String name) {
        String prefix = "--" + name + "=";
        return flags.stream()
                .filter(flag -> flag.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(flag -> flag.substring(prefix.length()))
                .toList();
    }

    /** Returns the words after the flags, with their quotes; those of a text that cannot be split, by its spaces. */
    List<String> words() {
        try {
            return new ArrayList<>(ShellWords.split(rest).words());
        } catch (IllegalArgumentException e) {
            return List.of(rest.split("\\s+", -1));
        }
    }
}
