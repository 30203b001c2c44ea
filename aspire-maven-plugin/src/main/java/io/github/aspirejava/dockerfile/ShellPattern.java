package io.github.aspirejava.dockerfile;

/**
 * Patterns in the substitution of variables: {@code *} matches any text, a slash, too, {@code ?} any character, and a
 * backslash quotes the next one.
 */
final class ShellPattern {
    private ShellPattern() {}

    /** Returns whether a pattern matches the whole text. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        // After a mismatch the last * takes one character more.
        int star = -1;
        int taken = 0;
        while (t < text.length()) {
            boolean quoted = p + 1 < pattern.length() && pattern.charAt(p) == '\\';
            char c = p < pattern.length() ? pattern.charAt(quoted ? p + 1 : p) : 0;
            if (p < pattern.length() && !quoted && c == '*') {
                star = p++;
                taken = t;
            } else if (p < pattern.length() && (c == text.charAt(t) || (!quoted && c == '?'))) {
                p += quoted ? 2 : 1;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
