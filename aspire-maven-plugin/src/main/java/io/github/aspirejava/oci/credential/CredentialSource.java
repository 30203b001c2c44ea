package io.github.aspirejava.oci.credential;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.util.Optional;

/** One place where credentials of a registry may be found. */
public interface CredentialSource {
    /** Where this source looks for the credentials of that registry, as a user would look for it: never a secret. */
    String describe(RegistryHost host, String registryName);

    /**
     * The credentials, if this source has some.
     *
     * @param host the registry's host
     * @param registryName the registry's name in the model
     * @throws IOException if the source has an entry for the registry but cannot use it; the message says why, without
     *     a secret
     */
    Optional<Credentials> find(RegistryHost host, String registryName) throws IOException;
}
