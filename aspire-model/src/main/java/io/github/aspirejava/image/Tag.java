package io.github.aspirejava.image;

import java.util.regex.Pattern;

/**
 * A tag of a repository, by the <a
 * href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">OCI distribution
 * specification</a>: at most 128 letters, digits, underscores, full stops and hyphens, not starting with one of the
 * last two.
 */
public record Tag(String name) implements Comparable<Tag> {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");

    /** @throws GrammarException if {@code name} is not a tag; it contains the nearest valid name */
    public Tag {
        if (!FORM.matcher(name).matches()) {
            String what = "'%s' is not a tag".formatted(name);
            String nearest = nearest(tag(name));
            throw nearest.isEmpty()
                    ? new GrammarException(
                            what,
                            "A tag has 1 to 128 letters, digits, '_', '.' and '-', and starts with neither of the last"
                                    + " two")
                    : GrammarException.corrected(
                            what, nearest, "a tag has at most 128 letters, digits, '_', '.' and '-'");
        }
    }

    /**
     * Returns the tag for a text, such as a version: a {@code +}, which tags cannot have, becomes a hyphen.
     *
     * @throws GrammarException if {@code text} is not a tag otherwise
     */
    public static Tag of(String text) {
        return new Tag(text.replace('+', '-'));
    }

    /** Returns the tag of an image's reference, which has a slash before it; other texts as they are. */
    private static String tag(String text) {
        int colon = text.lastIndexOf(':');
        return text.indexOf('/') >= 0 && text.indexOf('/') < colon ? text.substring(colon + 1) : text;
    }

    private static String nearest(String name) {
        String clean = name.strip().replaceAll("[^a-zA-Z0-9_.-]+", "-").replaceAll("^[.-]+", "");
        return clean.substring(0, Math.min(clean.length(), 128));
    }

    @Override
    public int compareTo(Tag other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
