package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** How requests to one registry prove who sends them. */
interface Authentication {
    /** No proof: what every registry is tried with first. */
    Authentication ANONYMOUS = scopes -> Optional.empty();

    /**
     * The value of the {@code Authorization} header, if there is one.
     *
     * @param scopes what the request needs to be allowed
     */
    Optional<String> authorization(List<String> scopes) throws IOException;

    /** The registry has refused {@code authorization}, given for {@code scopes}: whether there may be a better one. */
    default boolean renew(List<String> scopes, Optional<String> authorization) {
        return false;
    }

    /** Sends user name and password with each request, by RFC 7617. */
    static Authentication basic(Credentials credentials) {
        return scopes -> Optional.of(credentials.basicAuthorization());
    }
}
