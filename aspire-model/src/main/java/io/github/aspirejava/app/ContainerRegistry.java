package io.github.aspirejava.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Any registry that speaks the OCI distribution protocol: Docker Hub, GHCR, Harbor and so on.
 *
 * @param endpoint host and optional port, without scheme or path
 * @param repository the path below which all images are put
 * @param credentials who pushes, if the model says it
 * @param insecure whether plain HTTP is allowed although the host is not this machine
 * @param anonymousPull whether anybody may pull from it
 * @param caFile a file with certificates of authorities, in PEM, that are trusted for this registry besides Java's
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
    /** One that nobody may pull from without credentials. */
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
