package io.github.aspirejava.builder.frontend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A range of versions in the notation of npm, such as {@code ^20.9 || >=22}.
 *
 * @param alternatives the comparisons that are all true for a version in the range, for each part between {@code ||}
 */
record VersionRange(List<List<Comparison>> alternatives) {
    /** The current releases of Node with long-term support, the default one first, and then others. */
    private static final List<Integer> MAJORS = List.of(22, 24, 20, 26, 18, 25, 23, 21, 16, 14);

    private static final int LATEST = 9999;
    private static final Pattern COMPARISON =
            Pattern.compile("([~^]|[<>]=?|=)?\\s*v?([0-9]+|[xX*])(?:\\.([0-9]+|[xX*]))?(?:\\.([0-9]+|[xX*]))?\\S*\\s*");

    /** Copies the lists. */
    VersionRange {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /**
     * A comparison with a version.
     *
     * @param parts the numbers of the version, as far as they are given
     */
    record Comparison(String operator, List<Integer> parts) {
        /** Copies the list. */
        Comparison {
            parts = List.copyOf(parts);
        }

        boolean accepts(List<Integer> version) {
            int order = order(version);
            return switch (operator) {
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case "^" -> parts.isEmpty() || (order >= 0 && version.get(0).equals(parts.get(0)));
                case "~" -> order >= 0 && startsWith(version, parts.subList(0, Math.min(2, parts.size())));
                default -> startsWith(version, parts);
            };
        }

        /** Compares a version with the given numbers of this one. */
        private int order(List<Integer> version) {
            for (int i = 0; i < parts.size(); i++) {
                int order = version.get(i).compareTo(parts.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        private static boolean startsWith(List<Integer> version, List<Integer> parts) {
            return version.subList(0, parts.size()).equals(parts);
        }
    }

    /** Parses a range; empty if it is none, or empty. */
    static Optional<VersionRange> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<List<Comparison>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\|\\|", -1)) {
            String between = alternative
                    .strip()
                    .replaceFirst("^(\\S+)\\s+-\\s+(\\S+)$", ">=$1 <=$2")
                    .replace(',', ' ');
            List<Comparison> comparisons = new ArrayList<>();
            Matcher comparison = COMPARISON.matcher(between);
            int end = 0;
            while (comparison.find() && comparison.start() == end) {
                end = comparison.end();
                comparisons.add(comparison(comparison));
            }
            if (end < between.length()) {
                return Optional.empty();
            }
            alternatives.add(comparisons);
        }
        return Optional.of(new VersionRange(alternatives));
    }

    private static Comparison comparison(Matcher found) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 2; i <= 4; i++) {
            String part = found.group(i);
            if (part == null || !Character.isDigit(part.charAt(0))) {
                break;
            }
            parts.add(Integer.parseInt(part));
        }
        return new Comparison(found.group(1) == null ? "=" : found.group(1), parts);
    }

    /** Returns the tag of an image of Node in this range: the default version, or the nearest other. */
    Optional<String> tag() {
        if (alternatives.size() == 1 && alternatives.get(0).size() == 1) {
            Comparison only = alternatives.get(0).get(0);
            boolean isMinor = only.operator().equals("~");
            if ((isMinor || only.operator().equals("=")) && !only.parts().isEmpty()) {
                return Optional.of(only.parts().stream()
                        .limit(isMinor ? 2 : only.parts().size())
                        .map(String::valueOf)
                        .collect(Collectors.joining(".")));
            }
        }
        return MAJORS.stream().filter(this::acceptsMajor).findFirst().map(String::valueOf);
    }

    private boolean acceptsMajor(int major) {
        List<Integer> latest = List.of(major, LATEST, LATEST);
        return alternatives.stream().anyMatch(all -> all.stream().allMatch(comparison -> comparison.accepts(latest)));
    }
}
