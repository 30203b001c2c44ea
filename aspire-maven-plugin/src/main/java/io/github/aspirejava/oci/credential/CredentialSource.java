package io.github.aspirejava.oci.credential;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.util.Optional;

/** One source of credentials of a registry. */
public interface CredentialSource {
    /**
     * Describes the place that this source searches for the credentials of that registry, so that a user can find it:
     * never a secret.
     */
    String describe(RegistryHost host, String registryName);

    /**
     * Returns the credentials, if this source has some.
     *
     * @param host the registry's host
     * @param registryName the registry's name in the model
     * @throws IOException if the source has an entry for the registry but cannot use it; the message says why, without
     *     a secret
     */
    Optional<Credentials> find(RegistryHost host, String registryName) throws IOException;

    /**
     * Returns the credentials for a path of the registry, if this source distinguishes paths.
     *
     * @param path the repository, or the parent of those that images are pushed to; empty for the whole registry
     */
    default Optional<Credentials> find(RegistryHost host, String registryName, String path) throws IOException {
        return find(host, registryName);
    }
}
