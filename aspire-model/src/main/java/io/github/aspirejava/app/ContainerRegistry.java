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
 * @param tls the protection of connections
 * @param anonymousPull whether the registry allows anonymous pulls
 */
public record ContainerRegistry(
        String name,
        Origin origin,
        Text endpoint,
        Optional<Text> repository,
        Optional<DeclaredCredentials> credentials,
        TlsSettings tls,
        boolean anonymousPull)
        implements Registry {
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
        texts.addAll(tls.texts());
        return List.copyOf(texts);
    }
}
