package io.github.aspirejava.fakes.azure;

/**
 * A principal of Entra ID, a program or an identity in Azure.
 *
 * @param objectId the id that role assignments name
 * @param clientId the id that a login names
 * @param secret the secret that proves it, if there is one
 */
public record Principal(String objectId, String clientId, String secret) {
    /** Returns a description without the secret. */
    @Override
    public String toString() {
        return clientId;
    }
}
