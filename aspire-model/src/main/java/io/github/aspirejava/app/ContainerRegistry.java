package io.github.aspirejava.app;

import io.github.aspirejava.image.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A registry that implements the OCI distribution specification, such as Docker Hub, GHCR or Harbor.
 *
 * @param endpoint the host and an optional port, without scheme or path
 * @param repository the path that is prefixed to the names of all images
 * @param credentials the credentials used to push, if the model declares them
 * @param insecure whether plain HTTP is allowed for a host other than this machine
 * @param anonymousPull whether the registry allows anonymous pulls
 * @param caFile a PEM file with the certificates of authorities that are trusted for this registry in addition to
 *     Java's
 */
public record ContainerRegistry(
        String name,
        Origin origin,
        Text endpoint,
        Optional<Text> repository,
        Optional<DeclaredCredentials> credentials,
        boolean insecure,
        boolean anonymousPull,
        Optional<Text> caFile)
        implements Registry {
    /** Creates a registry that does not allow anonymous pulls. */
    public ContainerRegistry(
            String name,
            Origin origin,
            Text endpoint,
            Optional<Text> repository,
            Optional<DeclaredCredentials> credentials,
            boolean insecure,
            Optional<Text> caFile) {
        this(name, origin, endpoint, repository, credentials, insecure, false, caFile);
    }

    /**
     * Returns the path that is prefixed to the names of all images, in lower case if parameters are part of it; empty
     * if there is none, or if one of its parameters has no value.
     */
    public Optional<Repository> path() {
        return repository.flatMap(RepositoryName::value).map(Repository::new);
    }

    @Override
    public String element() {
        return "containerRegistry";
    }

    @Override
    public List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        texts.add(endpoint);
        repository.ifPresent(texts::add);
        credentials.ifPresent(declared -> {
            texts.add(declared.username());
            texts.add(declared.password());
        });
        caFile.ifPresent(texts::add);
        return List.copyOf(texts);
    }
}
