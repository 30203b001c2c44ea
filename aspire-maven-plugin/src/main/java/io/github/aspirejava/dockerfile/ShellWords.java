package io.github.aspirejava.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Splits a text into words and substitutes variables as Docker does in Dockerfiles: quotes, escapes, {@code $NAME},
 * {@code ${NAME}}, and the forms with a default, an alternative, and a removed prefix or suffix.
 */
final class ShellWords {
    private static final int END = -1;

    private final String source;
    private final char escape;
    private final Map<String, String> variables;
    private final boolean unsetStay;
    private final boolean raw;
    private int at;

    private ShellWords(String source, char escape, Map<String, String> variables, boolean unsetStay, boolean raw) {
        this.source = source;
        this.escape = escape;
        this.variables = variables;
        this.unsetStay = unsetStay;
        this.raw = raw;
    }

    /**
     * A text that has been read.
     *
     * @param text the text without quotes, with the values of variables
     * @param words its words; spaces between quotes do not separate them
     */
    record Words(String text, List<String> words) {
        /** Copies the list. */
        Words {
            words = List.copyOf(words);
        }
    }

    /**
     * Reads a text. Variables that have no value are empty.
     *
     * @throws IllegalArgumentException if a quote or a brace is not closed, or a variable that must have a value has
     *     none
     */
    static Words read(String source, char escape, Map<String, String> variables) {
        return new ShellWords(source, escape, variables, false, false).until(END, false);
    }

    /** Reads a text like {@link #read}; variables that have no value stay as they are written. */
    static Words readKnown(String source, char escape, Map<String, String> variables) {
        return new ShellWords(source, escape, variables, true, false).until(END, false);
    }

    /** Splits a text into words with all of their quotes and escapes. */
    static Words split(String source) {
        return new ShellWords(source, '\\', Map.of(), true, true).until(END, true);
    }

    private Words until(int stop, boolean rawEscapes) {
        StringBuilder text = new StringBuilder();
        WordList words = new WordList();
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == stop) {
                at++;
                return new Words(text.toString(), words.finished());
            }
            String part;
            if (c == '\'' || c == '"') {
                part = c == '"' ? doubleQuoted() : singleQuoted();
                words.add(part);
            } else if (c == '$') {
                part = variable();
                words.addAndSplit(part);
            } else if (source.startsWith("<<", at)) {
                part = heredoc();
                words.add(part);
            } else if (c == escape) {
                String sign = rawEscapes ? String.valueOf(c) : "";
                part = at + 1 < source.length() ? sign + source.charAt(at + 1) : sign;
                at += 2;
                words.add(part);
            } else {
                at++;
                part = String.valueOf(c);
                words.addAndSplit(part);
            }
            text.append(part);
        }
        if (stop != END) {
            throw new IllegalArgumentException("'%c' is missing".formatted((char) stop));
        }
        return new Words(text.toString(), words.finished());
    }

    /** Reads the sign of a here-document with the spaces after it, which belong to its word. */
    private String heredoc() {
        int start = at;
        at += 2;
        while (at < source.length() && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
            at++;
        }
        return source.substring(start, at);
    }

    private String singleQuoted() {
        int end = source.indexOf('\'', at + 1);
        if (end < 0) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        String content = source.substring(at + 1, end);
        at = end + 1;
        return raw ? "'" + content + "'" : content;
    }

    private String doubleQuoted() {
        StringBuilder text = new StringBuilder(raw ? "\"" : "");
        at++;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '"') {
                at++;
                return text.append(raw ? "\"" : "").toString();
            }
            if (c == '$') {
                text.append(variable());
            } else if (c == escape && at + 1 < source.length()) {
                char next = source.charAt(at + 1);
                boolean escaped = next == '"' || next == '$' || next == escape;
                text.append(raw || !escaped ? String.valueOf(c) : "").append(escaped ? String.valueOf(next) : "");
                at += escaped ? 2 : 1;
            } else {
                text.append(c);
                at++;
            }
        }
        throw new IllegalArgumentException("a quote is not closed");
    }

    private String variable() {
        int start = at++;
        boolean braced = at < source.length() && source.charAt(at) == '{';
        if (!braced) {
            String name = name();
            String value = variables.get(name);
            return value != null ? value : name.isEmpty() ? "$" : unsetStay ? "$" + name : "";
        }
        at++;
        String name = name();
        if (name.isEmpty() || at >= source.length()) {
            throw new IllegalArgumentException("a variable has no name, or its brace is not closed");
        }
        String value = variables.get(name);
        boolean colon = source.charAt(at) == ':';
        at += colon ? 1 : 0;
        char modifier = at < source.length() ? source.charAt(at++) : 0;
        if (modifier == '}' && !colon) {
            return value != null ? value : unsetStay ? source.substring(start, at) : "";
        }
        boolean trims = modifier == '#' || modifier == '%';
        if ("+-?".indexOf(modifier) < 0 && !(trims && !colon)) {
            throw new IllegalArgumentException("the modifier of ${%s} is not supported".formatted(name));
        }
        String word = until('}', trims).text();
        if (value == null && unsetStay) {
            return source.substring(start, at);
        }
        boolean set = value != null && !(colon && value.isEmpty());
        String known = value == null ? "" : value;
        return switch (modifier) {
            case '-' -> set ? known : word;
            case '+' -> set ? word : "";
            case '?' -> {
                if (!set) {
                    throw new IllegalArgumentException("the variable %s has no value".formatted(name));
                }
                yield known;
            }
            default -> trimmed(known, word, modifier == '#');
        };
    }

    private static String trimmed(String value, String word, boolean prefix) {
        boolean longest = word.startsWith(prefix ? "#" : "%");
        String pattern = longest ? word.substring(1) : word;
        int length = value.length();
        for (int i = 0; i <= length; i++) {
            int count = longest ? length - i : i;
            String part = prefix ? value.substring(0, count) : value.substring(length - count);
            if (ShellPattern.matches(pattern, part)) {
                return prefix ? value.substring(count) : value.substring(0, length - count);
            }
        }
        return value;
    }

    private String name() {
        int start = at;
        if (at < source.length() && Character.isDigit(source.charAt(at))) {
            while (at < source.length() && Character.isDigit(source.charAt(at))) {
                at++;
            }
        } else if (at < source.length() && "@*#?-$!".indexOf(source.charAt(at)) >= 0) {
            at++;
        } else {
            while (at < source.length() && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_')) {
                at++;
            }
        }
        return source.substring(start, at);
    }

    /** Collects words. */
    private static final class WordList {
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();

        void add(String part) {
            word.append(part);
        }

        void addAndSplit(String part) {
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (Character.isWhitespace(c)) {
                    end();
                } else {
                    word.append(c);
                }
            }
        }

        List<String> finished() {
            end();
            return words;
        }

        private void end() {
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
    }
}
