package io.github.aspirejava.azure.fake;

/**
 * Somebody whom Entra ID knows, be it a program or an identity in Azure.
 *
 * @param objectId whom role assignments name
 * @param clientId whom a login names
 * @param secret what proves it, if anything does
 */
public record Principal(String objectId, String clientId, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return clientId;
    }
}
