package io.github.aspirejava.app;

import io.github.aspirejava.image.GrammarException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The coordinates of a jar in a Maven repository, {@code group:artifact:version[:classifier]}.
 *
 * @param version a version that always resolves to the same artifact, or a snapshot
 * @param classifier empty for the artifact's main jar
 */
public record Coordinates(String group, String artifact, String version, String classifier) {
    /** The characters that Maven accepts in coordinates; a part made of them is a valid path segment, too. */
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_.-]+");

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+~-]+");

    /**
     * The versions that resolve to the newest release or snapshot; with them the image would change without a change in
     * the POM.
     */
    private static final Set<String> NEWEST = Set.of("LATEST", "RELEASE");

    private static final String EXAMPLE = "Write group:artifact:version, such as com.example:tool:1.0";

    /** @throws GrammarException if a part is invalid, or the version may resolve to several artifacts */
    public Coordinates {
        if (!PART.matcher(group).matches()
                || !PART.matcher(artifact).matches()
                || !(classifier.isEmpty() || PART.matcher(classifier).matches())) {
            throw malformed(
                    String.join(":", group, artifact, version, classifier).replaceFirst(":$", ""));
        }
        if (NEWEST.contains(version) || !VERSION.matcher(version).matches()) {
            throw new GrammarException(
                    "'%s' is not one version".formatted(version),
                    "Write the version that is to be run, such as %s:%s:1.0".formatted(group, artifact));
        }
    }

    /**
     * Reads {@code group:artifact:version[:classifier]}.
     *
     * @throws GrammarException if the text does not have this form
     */
    public static Coordinates parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 3 || parts.length > 4 || (parts.length == 4 && parts[3].isEmpty())) {
            throw malformed(text);
        }
        return new Coordinates(parts[0], parts[1], parts[2], parts.length == 4 ? parts[3] : "");
    }

    private static GrammarException malformed(String text) {
        return new GrammarException("'%s' does not name an artifact".formatted(text), EXAMPLE);
    }

    @Override
    public String toString() {
        return String.join(":", group, artifact, version) + (classifier.isEmpty() ? "" : ':' + classifier);
    }
}
