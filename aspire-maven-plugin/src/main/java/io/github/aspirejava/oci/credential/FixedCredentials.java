package io.github.aspirejava.oci.credential;

import io.github.aspirejava.image.RegistryHost;
import java.util.Optional;

/** Fixed credentials of the registry with one name. */
public final class FixedCredentials implements CredentialSource {
    private final String place;
    private final String registryName;
    private final Credentials credentials;

    /**
     * Creates the credentials of one registry.
     *
     * @param place the place that they were read from, such as {@code <credentials> of the POM}
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
