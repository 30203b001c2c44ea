package io.github.aspirejava.app;

import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.Repository;
import java.util.Locale;
import java.util.Optional;

/**
 * The {@code <repository>} of a registry: the path that all its images lie below, without the registry's host, and
 * without a tag.
 */
final class RepositoryName {
    private RepositoryName() {}

    /**
     * Returns the value of a text that is part of an image's name. The values of parameters are read in lower case: a
     * CI server sets them to names that it writes with capitals, such as the owner of a repository.
     */
    static Optional<String> value(Text text) {
        return text.value().map(value -> text.parameters().isEmpty() ? value : value.toLowerCase(Locale.ROOT));
    }

    /**
     * Parses a repository. Its first component may have a full stop, as that of a domain's projects in Google's
     * registries, {@code example.com/project}, but it is not the registry's own host.
     *
     * @param endpoint the endpoint of the registry, as written
     * @throws GrammarException if the text has a scheme, a host or a tag, or is not the name of a repository
     */
    static Repository parse(String text, Optional<String> endpoint) {
        if (text.isBlank()) {
            throw new GrammarException("The repository is empty", "Write a path, such as acme/shop, or leave it out");
        }
        String bare = text.strip().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "");
        int slash = bare.indexOf('/');
        boolean hasScheme = !bare.equals(text.strip());
        String first = slash < 0 ? bare : bare.substring(0, slash);
        boolean hasHost = slash > 0
                && (first.indexOf(':') >= 0
                        || endpoint.filter(first::equalsIgnoreCase).isPresent());
        if (hasScheme || hasHost) {
            String path = bare.substring(slash + 1).replaceFirst("/+$", "");
            throw new GrammarException(
                    "The repository '%s' has a %s".formatted(text, hasScheme ? "scheme" : "host"),
                    slash < 0 || path.isEmpty()
                            ? "Write its host into <endpoint>"
                            : "Write %s, and %s into <endpoint>".formatted(path, first));
        }
        int colon = bare.lastIndexOf(':');
        if (colon > 0 && bare.substring(colon + 1).matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            throw new GrammarException(
                    "The repository '%s' has a tag".formatted(text),
                    "Write %s, and %s into the <tags> of the services"
                            .formatted(bare.substring(0, colon), bare.substring(colon + 1)));
        }
        return new Repository(text);
    }
}
