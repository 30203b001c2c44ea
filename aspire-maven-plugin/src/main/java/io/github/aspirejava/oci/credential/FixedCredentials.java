package io.github.aspirejava.oci.credential;

import io.github.aspirejava.image.RegistryHost;
import java.util.Optional;

/** Credentials that are known beforehand, of the registry with one name. */
public final class FixedCredentials implements CredentialSource {
    private final String place;
    private final String registryName;
    private final Credentials credentials;

    /**
     * The credentials of one registry.
     *
     * @param place where they come from, such as {@code <credentials> of the POM}
     */
    public FixedCredentials(String place, String registryName, Credentials credentials) {
        this.place = place;
        this.registryName = registryName;
        this.credentials = credentials;
    }

    @Override
    public String describe(RegistryHost host, String askedName) {
        return place;
    }

    @Override
    public Optional<Credentials> find(RegistryHost host, String askedName) {
        return registryName.equalsIgnoreCase(askedName) ? Optional.of(credentials) : Optional.empty();
    }
}
