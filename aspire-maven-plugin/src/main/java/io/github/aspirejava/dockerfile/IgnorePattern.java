package io.github.aspirejava.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One line of a {@code .dockerignore}: the paths that it matches, and whether these are included again.
 *
 * @param exception whether the line began with {@code !}
 */
record IgnorePattern(boolean exception, Pattern pattern) {
    /**
     * Reads a line that is neither empty nor a comment.
     *
     * @throws IllegalArgumentException if it is not a pattern
     */
    static IgnorePattern parse(String line) {
        boolean exception = line.startsWith("!");
        String path = clean(exception ? line.substring(1).strip() : line);
        try {
            return new IgnorePattern(exception, Pattern.compile(expression(path), Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'%s' is no pattern".formatted(line), e);
        }
    }

    /** Returns whether the path, or one of its parent directories, is matched. */
    boolean matches(String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (pattern.matcher(path.substring(0, end)).matches()) {
                return true;
            }
        }
        return pattern.matcher(path).matches();
    }

    /** Cleans a path like Go's filepath.Clean, without the slash of an absolute path: all are below the context. */
    static String clean(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && path.startsWith("/"))) {
                parts.addLast(part);
            }
        }
        return parts.isEmpty() ? "." : String.join("/", parts);
    }

    /**
     * Returns the regular expression of a pattern without a negation.
     *
     * @throws PatternSyntaxException if it is not a pattern
     */
    static String expression(String path) {
        StringBuilder expression = new StringBuilder();
        int i = 0;
        while (i < path.length()) {
            char c = path.charAt(i);
            if (path.startsWith("**", i)) {
                i += path.startsWith("**/", i) ? 3 : 2;
                expression.append(i == path.length() ? ".*" : "(?:.*/)?");
                continue;
            }
            i++;
            switch (c) {
                case '*' -> expression.append("[^/]*");
                case '?' -> expression.append("[^/]");
                case '[' -> i = characterClass(path, i, expression);
                case '\\' -> {
                    if (i < path.length()) {
                        expression.append(quote(path.charAt(i++)));
                    }
                }
                default -> expression.append(quote(c));
            }
        }
        return expression.toString();
    }

    /**
     * Translates a character class: Go's are those of regular expressions, with ^ for a negation, and without nesting.
     */
    private static int characterClass(String path, int start, StringBuilder expression) {
        int end = path.indexOf(']', start + 1);
        if (end < 0) {
            throw new PatternSyntaxException("a bracket is not closed", path, start);
        }
        String members = path.substring(start, end);
        boolean negated = members.startsWith("^");
        List<String> quoted = new ArrayList<>();
        for (char c : members.substring(negated ? 1 : 0).toCharArray()) {
            quoted.add(c == '-' || c == '\\' ? String.valueOf(c) : quote(c));
        }
        expression.append(negated ? "[^" : "[").append(String.join("", quoted)).append(']');
        return end + 1;
    }

    private static String quote(char c) {
        return Character.isLetterOrDigit(c) || c > 127 ? String.valueOf(c) : "\\" + c;
    }
}
