package io.github.aspirejava.app;

import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import java.util.Optional;

/**
 * What a service's image is called: a path below its registry's repository, or, with a host of its own, a whole name
 * that overrides endpoint and repository.
 *
 * @param host the name's own host, if its first segment is one
 * @param path the rest
 */
public record ImageName(Optional<RegistryHost> host, Repository path) {
    /** Reads a name. @throws io.github.aspirejava.image.GrammarException if it is none */
    public static ImageName parse(String text) {
        int slash = text.indexOf('/');
        if (slash > 0 && RegistryHost.looksLikeHost(text.substring(0, slash))) {
            return new ImageName(
                    Optional.of(RegistryHost.parse(text.substring(0, slash))),
                    new Repository(text.substring(slash + 1)));
        }
        return new ImageName(Optional.empty(), new Repository(text));
    }

    /**
     * The full name in a registry.
     *
     * @param repository the registry's repository, if it has one
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
