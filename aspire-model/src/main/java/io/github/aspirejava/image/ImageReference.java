package io.github.aspirejava.image;

import java.util.Optional;

/**
 * The full name of an image: {@code host[:port]/repository[:tag][@digest]}, after the grammar of the <a
 * href="https://github.com/distribution/reference/blob/main/reference.go">distribution reference</a>.
 *
 * @param tag the tag, if the reference has one
 * @param digest the digest, if the reference has one; it wins over the tag
 */
public record ImageReference(RegistryHost host, Repository repository, Optional<Tag> tag, Optional<Digest> digest)
        implements Comparable<ImageReference> {
    private static final String EXAMPLE = "Write one such as eclipse-temurin:17-jre";

    /** Returns the reference of {@code tag} in {@code repository} at {@code host}. */
    public static ImageReference of(RegistryHost host, Repository repository, Tag tag) {
        return new ImageReference(host, repository, Optional.of(tag), Optional.empty());
    }

    /**
     * Reads a reference as Docker does: no host means Docker Hub, and a Docker Hub name of one component is in
     * {@code library}.
     *
     * @throws GrammarException if the text is not a reference
     */
    public static ImageReference parse(String text) {
        if (text.isBlank()) {
            throw new GrammarException("The image reference is empty", EXAMPLE);
        }
        if (!text.equals(text.strip())) {
            throw corrected("The image reference '%s' has spaces around it".formatted(text), text.strip());
        }
        if (text.contains("://")) {
            throw corrected(
                    "The image reference '%s' has a scheme".formatted(text),
                    text.substring(text.lastIndexOf("://") + 3));
        }
        String rest = text;
        Optional<Digest> digest = Optional.empty();
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = Optional.of(Digest.parse(rest.substring(at + 1)));
            rest = rest.substring(0, at);
        }
        Optional<Tag> tag = Optional.empty();
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        if (colon >= 0) {
            tag = Optional.of(new Tag(rest.substring(colon + 1)));
            rest = rest.substring(0, colon);
        }
        int slash = rest.indexOf('/');
        if (slash > 0 && RegistryHost.looksLikeHost(rest.substring(0, slash))) {
            RegistryHost host = RegistryHost.parse(rest.substring(0, slash));
            return new ImageReference(host, repository(host, rest.substring(slash + 1)), tag, digest);
        }
        return new ImageReference(RegistryHost.DOCKER_HUB, repository(RegistryHost.DOCKER_HUB, rest), tag, digest);
    }

    private static Repository repository(RegistryHost host, String path) {
        Repository repository = new Repository(path);
        boolean official = host.equals(RegistryHost.DOCKER_HUB) && path.indexOf('/') < 0;
        return official ? new Repository("library").resolve(path) : repository;
    }

    /** Returns an exception with {@code correction}, or with the error of the correction itself. */
    private static GrammarException corrected(String what, String correction) {
        try {
            parse(correction);
            return GrammarException.corrected(what, correction);
        } catch (GrammarException e) {
            return new GrammarException(what, e.fix());
        }
    }

    /** Returns this reference with {@code tag} in place of its own, and without a digest. */
    public ImageReference withTag(Tag newTag) {
        return of(host, repository, newTag);
    }

    /** Returns the selector of the manifest in requests: the digest, else the tag, else {@code latest}. */
    public String selector() {
        return digest.map(Digest::toString).or(() -> tag.map(Tag::name)).orElse("latest");
    }

    @Override
    public int compareTo(ImageReference other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return host + "/" + repository + tag.map(t -> ":" + t).orElse("")
                + digest.map(d -> "@" + d).orElse("");
    }
}
