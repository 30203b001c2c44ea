package io.github.aspirejava.registry;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.http.TlsFiles;
import io.github.aspirejava.oci.registry.RegistryAccess;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The access to each registry, for any purpose: one that the model declares as declared, any other over TLS with the
 * credentials of its host.
 */
public final class ModelAccess {
    private final AppModel model;
    private final CredentialChain credentials;
    private final DeclaredTls tlsFiles;

    /**
     * Creates the access to the registries of one session.
     *
     * @param baseDirectory the directory that the paths of certificates start from
     */
    public ModelAccess(AppModel model, CredentialChain credentials, Path baseDirectory) {
        this.model = model;
        this.credentials = credentials;
        this.tlsFiles = new DeclaredTls(baseDirectory);
    }

    /**
     * Returns the access to a registry of the model.
     *
     * @throws StepException if its certificates cannot be read
     */
    public RegistryAccess of(ContainerRegistry registry) throws StepException {
        return new RegistryAccess(
                host(registry).orElseThrow(),
                credentials(registry).credentials(),
                registry.tls().insecure(),
                tlsFiles.of(registry.tls()));
    }

    /**
     * Returns the access to {@code repository} of the registry at {@code host}. If the model declares several there,
     * the one with the nearest parent repository applies.
     *
     * @throws StepException if its certificates cannot be read
     */
    public RegistryAccess of(RegistryHost host, Repository repository) throws StepException {
        Optional<ContainerRegistry> declared = declared(host, repository);
        if (declared.isPresent()) {
            return of(declared.get());
        }
        return new RegistryAccess(
                host, credentials.find(host, host.toString(), repository.path()).credentials(), false, TlsFiles.NONE);
    }

    /** Looks up the credentials of a registry of the model; the result names the places that were searched. */
    public CredentialChain.Lookup credentials(ContainerRegistry registry) {
        return credentials.find(host(registry).orElseThrow(), registry.name(), path(registry));
    }

    /**
     * Looks up the credentials of the registry of this name in the model; the result names the places that were
     * searched.
     */
    public CredentialChain.Lookup credentials(RegistryHost host, String registryName) {
        return credentials.find(host, registryName);
    }

    private Optional<ContainerRegistry> declared(RegistryHost host, Repository repository) {
        List<ContainerRegistry> there = model.registries().stream()
                .filter(ContainerRegistry.class::isInstance)
                .map(ContainerRegistry.class::cast)
                .filter(registry -> host(registry).equals(Optional.of(host)))
                .toList();
        return there.stream()
                .filter(registry -> isAbove(path(registry), repository))
                .max(Comparator.comparing(registry -> path(registry).length()))
                .or(() -> there.stream().findFirst());
    }

    private static boolean isAbove(String path, Repository repository) {
        return path.isEmpty()
                || repository.path().equals(path)
                || repository.path().startsWith(path + "/");
    }

    private static String path(ContainerRegistry registry) {
        return registry.path().map(Repository::path).orElse("");
    }

    private static Optional<RegistryHost> host(ContainerRegistry registry) {
        return registry.endpoint().value().map(RegistryHost::parse);
    }
}
