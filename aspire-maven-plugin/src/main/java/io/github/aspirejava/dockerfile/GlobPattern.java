package io.github.aspirejava.dockerfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of paths as Docker reads it: {@code *} and {@code ?} match no slash, {@code **} matches any number of
 * directories, {@code [a-z]} one of several characters, and a backslash quotes the next one. Matching takes time in
 * proportion to the lengths of pattern and path: patterns come with the sources of others.
 */
final class GlobPattern {
    private final List<Part> parts;

    private GlobPattern(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    private enum Kind {
        /** One character. */
        ONE,
        /** Any number of characters of one kind. */
        MANY,
        /** Any number of directories, each with its slash. */
        DIRECTORIES
    }

    private record Part(Kind kind, IntPredicate characters) {}

    /**
     * Reads a pattern.
     *
     * @throws PatternSyntaxException if it is not one
     */
    static GlobPattern parse(String text) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("**", i)) {
                i += text.startsWith("**/", i) ? 3 : 2;
                parts.add(new Part(i == text.length() ? Kind.MANY : Kind.DIRECTORIES, any -> true));
                continue;
            }
            i++;
            switch (c) {
                case '*' -> parts.add(new Part(Kind.MANY, one -> one != '/'));
                case '?' -> parts.add(new Part(Kind.ONE, one -> one != '/'));
                case '[' -> {
                    int end = end(text, i);
                    parts.add(new Part(Kind.ONE, characterClass(text.substring(i, end))));
                    i = end + 1;
                }
                case '\\' -> {
                    if (i < text.length()) {
                        parts.add(literal(text.charAt(i++)));
                    }
                }
                default -> parts.add(literal(c));
            }
        }
        return new GlobPattern(parts);
    }

    private static Part literal(char c) {
        return new Part(Kind.ONE, one -> one == c);
    }

    private static int end(String text, int start) {
        int end = text.indexOf(']', start + 1);
        if (end < 0) {
            throw new PatternSyntaxException("a bracket is not closed", text, start);
        }
        return end;
    }

    /** Translates the members of a class: Go's are those of regular expressions, with ^ for a negation. */
    private static IntPredicate characterClass(String members) {
        boolean negated = members.startsWith("^");
        StringBuilder expression = new StringBuilder(negated ? "[^" : "[");
        for (char c : members.substring(negated ? 1 : 0).toCharArray()) {
            boolean plain = Character.isLetterOrDigit(c) || c > 127 || c == '-' || c == '\\';
            expression.append(plain ? "" : "\\").append(c);
        }
        Pattern pattern = Pattern.compile(expression.append(']').toString(), Pattern.DOTALL);
        return one -> pattern.matcher(String.valueOf((char) one)).matches();
    }

    /** Returns whether the pattern matches the whole text. */
    boolean matches(String text) {
        // A state is the number of the next part; those of directories that have begun follow after the last one.
        BitSet states = new BitSet();
        enter(0, states);
        for (int i = 0; i < text.length() && !states.isEmpty(); i++) {
            states = after(text.charAt(i), states);
        }
        return states.get(parts.size());
    }

    private BitSet after(char c, BitSet states) {
        BitSet next = new BitSet();
        int begun = parts.size() + 1;
        for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
            if (state == parts.size()) {
                continue;
            }
            int number = state < begun ? state : state - begun;
            Part part = parts.get(number);
            switch (part.kind()) {
                case ONE -> {
                    if (part.characters().test(c)) {
                        enter(number + 1, next);
                    }
                }
                case MANY -> {
                    if (part.characters().test(c)) {
                        enter(number, next);
                    }
                }
                case DIRECTORIES -> {
                    next.set(begun + number);
                    if (c == '/') {
                        enter(number + 1, next);
                    }
                }
            }
        }
        return next;
    }

    /** Adds a state, and those that follow it without a character. */
    private void enter(int state, BitSet states) {
        for (int i = state; ; i++) {
            states.set(i);
            if (i == parts.size() || parts.get(i).kind() == Kind.ONE) {
                return;
            }
        }
    }
}
