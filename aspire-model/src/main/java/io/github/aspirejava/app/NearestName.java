package io.github.aspirejava.app;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the known name that an unknown name probably stands for. */
public final class NearestName {
    private NearestName() {}

    /**
     * Returns the candidate with the smallest distance from {@code name}, the first by name if there are several,
     * provided that it is near: at most a third of the characters of the shorter name may differ, or one of three. A
     * misleading hint is worse than none.
     */
    public static Optional<String> of(String name, Collection<String> candidates) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : new TreeSet<>(candidates)) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least && isNear(distance, name, candidate)) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isNear(int distance, String name, String candidate) {
        int shorter = Math.min(name.length(), candidate.length());
        int longer = Math.max(name.length(), candidate.length());
        return distance <= Math.max(1, shorter / 3) && distance * 3 <= longer;
    }

    /**
     * Returns the optimal string alignment distance: the smallest number of insertions, deletions and substitutions of
     * one character, and transpositions of two adjacent characters, that turn one text into the other.
     */
    private static int distance(String left, String right) {
        int[][] distances = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            distances[i][0] = i;
        }
        for (int j = 0; j <= right.length(); j++) {
            distances[0][j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            for (int j = 1; j <= right.length(); j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                int least = Math.min(
                        distances[i - 1][j - 1] + (same ? 0 : 1),
                        Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
                if (isExchange(left, i, right, j)) {
                    least = Math.min(least, distances[i - 2][j - 2] + 1);
                }
                distances[i][j] = least;
            }
        }
        return distances[left.length()][right.length()];
    }

    private static boolean isExchange(String left, int i, String right, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
