package io.github.aspirejava.image;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a repository in a registry, {@code library/redis}: path components of the <a
 * href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">OCI distribution
 * specification</a>.
 */
public record Repository(String path) implements Comparable<Repository> {
    private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern FORM = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*");
    private static final Pattern SEPARATORS = Pattern.compile("[._-]{2,}");
    private static final String RULE =
            "lower-case letters and digits, single '.', '_', '__' or hyphens between them, '/' between components";
    private static final int MAX_LENGTH = 255;

    /**
     * @throws GrammarException if {@code path} is not a repository name; it contains the nearest valid one if there is
     *     one
     */
    public Repository {
        if (path.length() > MAX_LENGTH) {
            throw new GrammarException(
                    "The repository name '%s…' has %d characters".formatted(path.substring(0, 40), path.length()),
                    "Write one of at most %d".formatted(MAX_LENGTH));
        }
        if (!FORM.matcher(path).matches()) {
            String what = "'%s' is not a repository name".formatted(path);
            String nearest = nearest(path);
            throw FORM.matcher(nearest).matches()
                    ? GrammarException.corrected(what, nearest, RULE)
                    : new GrammarException(what, "A repository name has " + RULE);
        }
    }

    /**
     * Returns the repository whose path is this one's followed by {@code name}.
     *
     * @throws GrammarException if that is not a repository name
     */
    public Repository resolve(String name) {
        return new Repository(path + '/' + name);
    }

    private static String nearest(String path) {
        String clean = path.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._/-]+", "-");
        return Stream.of(clean.split("/"))
                .map(component -> component.replaceAll("^[._-]+|[._-]+$", ""))
                .filter(component -> !component.isEmpty())
                .map(component -> SEPARATORS.matcher(component).replaceAll(run -> separator(run.group())))
                .collect(Collectors.joining("/"));
    }

    /** Returns the valid separator in place of several dots, underscores and hyphens in a row. */
    private static String separator(String run) {
        if (run.matches("-+|__")) {
            return run;
        }
        return run.matches("\\.+") ? "." : run.matches("_+") ? "__" : "-";
    }

    @Override
    public int compareTo(Repository other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
