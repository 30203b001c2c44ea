package io.github.aspirejava.dockerfile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.PatternSyntaxException;

/**
 * One line of a {@code .dockerignore}: the paths that it matches, and whether these are included again.
 *
 * @param exception whether the line began with {@code !}
 */
record IgnorePattern(boolean exception, GlobPattern pattern) {
    /**
     * Reads a line that is neither empty nor a comment.
     *
     * @throws IllegalArgumentException if it is not a pattern
     */
    static IgnorePattern parse(String line) {
        boolean exception = line.startsWith("!");
        String path = clean(exception ? line.substring(1).strip() : line);
        try {
            return new IgnorePattern(exception, GlobPattern.parse(path));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'%s' is no pattern".formatted(line), e);
        }
    }

    /** Returns whether the path, or one of its parent directories, is matched. */
    boolean matches(String path) {
        for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
            if (pattern.matches(path.substring(0, end))) {
                return true;
            }
        }
        return pattern.matches(path);
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
}
