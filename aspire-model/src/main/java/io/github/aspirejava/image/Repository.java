package io.github.aspirejava.image;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a repository in a registry, {@code library/redis}: path components of the <a
 * href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">OCI distribution
 * specification</a>.
 */
public record Repository(String path) implements Comparable<Repository> {
    private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern FORM = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*");
    private static final int MAX_LENGTH = 255;

    /**
     * @throws GrammarException if {@code path} is not a repository name; the message holds the corrected form where
     *     there is one
     */
    public Repository {
        if (path.length() > MAX_LENGTH) {
            throw new GrammarException(
                    "The repository name '%s…' has %d characters".formatted(path.substring(0, 40), path.length()),
                    "Write one of at most %d".formatted(MAX_LENGTH));
        }
        if (!FORM.matcher(path).matches()) {
            throw new GrammarException("'%s' is not a repository name".formatted(path), advice(path));
        }
    }

    /**
     * The repository whose path is this one's followed by {@code name}. @throws GrammarException if that is not a
     * repository name
     */
    public Repository resolve(String name) {
        return new Repository(path + '/' + name);
    }

    private static String advice(String path) {
        String corrected = path.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("^/+|/+$", "")
                .replaceAll("/{2,}", "/")
                .replaceAll("[^a-z0-9._/-]+", "-");
        String rule =
                "lower-case letters and digits, single '.', '_', '__' or hyphens between them, '/' between components";
        return FORM.matcher(corrected).matches()
                ? "Write %s: %s".formatted(corrected, rule)
                : "A repository name has " + rule;
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
