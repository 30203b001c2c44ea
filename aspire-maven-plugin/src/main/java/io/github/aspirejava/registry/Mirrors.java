package io.github.aspirejava.registry;

import io.github.aspirejava.image.GrammarException;
import io.github.aspirejava.image.ImageReference;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Registries that base images are read from in place of their own, such as a proxy of Docker Hub inside a company. */
public final class Mirrors {
    /** No mirrors: every image is read from its own registry. */
    public static final Mirrors NONE = new Mirrors(Map.of());

    private final Map<RegistryHost, Mirror> mirrors;

    private Mirrors(Map<RegistryHost, Mirror> mirrors) {
        this.mirrors = mirrors;
    }

    private record Mirror(RegistryHost host, Optional<Repository> prefix) {}

    /**
     * Reads {@code docker.io=HOST[/PATH],…}.
     *
     * @throws IllegalArgumentException if the text does not have that form
     */
    public static Mirrors parse(String text) {
        Map<RegistryHost, Mirror> mirrors = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            if (!entry.isBlank()) {
                String[] sides = entry.strip().split("=", 2);
                if (sides.length < 2) {
                    throw new IllegalArgumentException(
                            "'%s' is not a mirror. Write docker.io=HOST or docker.io=HOST/PATH."
                                    .formatted(entry.strip()));
                }
                try {
                    mirrors.put(RegistryHost.parse(sides[0]), mirror(sides[1]));
                } catch (GrammarException e) {
                    throw new IllegalArgumentException(
                            "The mirror '%s' cannot be used: %s. Write docker.io=HOST or docker.io=HOST/PATH."
                                    .formatted(entry.strip(), e.what()),
                            e);
                }
            }
        }
        return new Mirrors(mirrors);
    }

    private static Mirror mirror(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Mirror(RegistryHost.parse(text), Optional.empty())
                : new Mirror(
                        RegistryHost.parse(text.substring(0, slash)),
                        Optional.of(new Repository(text.substring(slash + 1))));
    }

    /**
     * Returns the reference that {@code reference} is read from: the same image at its registry's mirror, if there is
     * one.
     */
    public ImageReference apply(ImageReference reference) {
        Mirror mirror = mirrors.get(reference.host());
        if (mirror == null) {
            return reference;
        }
        Repository repository = mirror.prefix()
                .map(prefix -> prefix.resolve(reference.repository().path()))
                .orElse(reference.repository());
        return new ImageReference(mirror.host(), repository, reference.tag(), reference.digest());
    }
}
