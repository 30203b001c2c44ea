package io.github.aspirejava.maven.pom;

import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Collects the deployment elements that have no effect yet, and reports them in one warning. */
final class NotYetUsed {
    private static final int MOST_LINES = 5;

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Origin> origins = new TreeSet<>();

    void note(PomElement element) {
        names.add(element.name());
        origins.add(element.origin());
    }

    void warn(Problems problems) {
        if (!origins.isEmpty()) {
            List<Origin> all = List.copyOf(origins);
            String elements = names.stream().map("<%s>"::formatted).collect(Collectors.joining(", "));
            problems.warn(
                    all.get(0),
                    "No effect, because services are not deployed yet: %s%s"
                            .formatted(elements, others(all.subList(1, all.size()))),
                    "Keep them for later, or remove them");
        }
    }

    private static String others(List<Origin> others) {
        if (others.isEmpty()) {
            return "";
        }
        String first = others.stream().limit(MOST_LINES).map(Origin::toString).collect(Collectors.joining(", "));
        int rest = others.size() - MOST_LINES;
        return " (also %s%s)".formatted(first, rest > 0 ? " and %d more".formatted(rest) : "");
    }
}
