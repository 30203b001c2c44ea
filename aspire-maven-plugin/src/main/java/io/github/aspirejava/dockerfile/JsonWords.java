package io.github.aspirejava.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of an instruction that are written as a JSON array of texts. */
final class JsonWords {
    private final String text;
    private int at;

    private JsonWords(String text) {
        this.text = text;
    }

    /** Returns the words; empty if the text is not such an array, and therefore one for a shell. */
    static Optional<List<String>> of(String text) {
        return text.startsWith("[") ? new JsonWords(text.strip()).read() : Optional.empty();
    }

    private Optional<List<String>> read() {
        List<String> words = new ArrayList<>();
        at = 1;
        skipSpaces();
        boolean ended = is(']');
        while (!ended) {
            if (!is('"')) {
                return Optional.empty();
            }
            Optional<String> word = word();
            if (word.isEmpty()) {
                return Optional.empty();
            }
            words.add(word.get());
            skipSpaces();
            ended = is(']');
            if (!ended && !is(',')) {
                return Optional.empty();
            }
            at++;
            skipSpaces();
        }
        return at >= text.length() || (words.isEmpty() && at + 1 == text.length())
                ? Optional.of(words)
                : Optional.empty();
    }

    private Optional<String> word() {
        StringBuilder word = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return Optional.of(word.toString());
            }
            if (c == '\\') {
                at++;
                if (at == text.length()) {
                    return Optional.empty();
                }
                c = text.charAt(at);
                switch (c) {
                    case 'n' -> c = '\n';
                    case 't' -> c = '\t';
                    case 'r' -> c = '\r';
                    case 'b' -> c = '\b';
                    case 'f' -> c = '\f';
                    case 'u' -> {
                        if (!text.substring(at + 1).matches("(?s)[0-9a-fA-F]{4}.*")) {
                            return Optional.empty();
                        }
                        c = (char) Integer.parseInt(text, at + 1, at + 5, 16);
                        at += 4;
                    }
                    default -> {
                        if ("\"\\/".indexOf(c) < 0) {
                            return Optional.empty();
                        }
                    }
                }
            }
            word.append(c);
        }
        return Optional.empty();
    }

    private boolean is(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
