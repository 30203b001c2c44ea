package io.github.aspirejava.app;

import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a service's image: a path below the repository of its registry or, with a host of its own, a full name
 * that overrides endpoint and repository.
 *
 * @param host the host, if the first segment of the name is one
 * @param path the name without the host
 */
public record ImageName(Optional<RegistryHost> host, Repository path) {
    /** A colon after the last slash starts a tag; a colon before it starts a port. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<name>[^@]*?[^/:@])(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]*))?(?:@(?<digest>.*))?");

    /** Parses a name. @throws io.github.aspirejava.image.GrammarException if the text is not a valid name */
    public static ImageName parse(String text) {
        reportMore(text);
        int slash = text.indexOf('/');
        if (slash > 0 && RegistryHost.looksLikeHost(text.substring(0, slash))) {
            return new ImageName(
                    Optional.of(RegistryHost.parse(text.substring(0, slash))),
                    new Repository(text.substring(slash + 1)));
        }
        return new ImageName(Optional.empty(), new Repository(text));
    }

    /** Rejects a scheme, a tag and a digest, which a reference may have, but a name may not. */
    private static void reportMore(String text) {
        String bare = text.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "");
        if (!bare.equals(text)) {
            throw new GrammarException("The image name '%s' has a scheme".formatted(text), "Write " + name(bare));
        }
        Matcher reference = REFERENCE.matcher(text);
        if (!reference.matches()) {
            return;
        }
        String tag = reference.group("tag");
        String digest = reference.group("digest");
        if (digest != null) {
            throw new GrammarException(
                    "The image name '%s' has a digest, which only an image that exists can have".formatted(text),
                    "Write " + name(text));
        }
        if (tag != null) {
            throw new GrammarException(
                    "The image name '%s' has a tag".formatted(text),
                    "Write %s, and %s into <tags>".formatted(name(text), tag));
        }
    }

    /** Returns the name in a reference. */
    private static String name(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return matcher.matches() ? matcher.group("name") : reference;
    }

    /**
     * Returns the full name in a registry.
     *
     * @param repository the repository of the registry, if it has one
     */
    public ImageReference in(RegistryHost endpoint, Optional<Repository> repository, Tag tag) {
        if (host.isPresent()) {
            return ImageReference.of(host.get(), path, tag);
        }
        return ImageReference.of(
                endpoint, repository.map(parent -> parent.resolve(path.path())).orElse(path), tag);
    }

    @Override
    public String toString() {
        return host.map(own -> own + "/").orElse("") + path;
    }
}
