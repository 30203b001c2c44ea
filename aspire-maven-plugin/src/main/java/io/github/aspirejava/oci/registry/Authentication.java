package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The authentication of requests to one registry. */
interface Authentication {
    /** No authentication, the initial state for every registry. */
    Authentication ANONYMOUS = scopes -> Optional.empty();

    /**
     * Returns the value of the {@code Authorization} header, if there is one.
     *
     * @param scopes the scopes that the request needs
     */
    Optional<String> authorization(List<String> scopes) throws IOException;

    /**
     * Handles a refusal by the registry of {@code authorization}, given for {@code scopes}; returns whether there may
     * be a better one.
     */
    default boolean renew(List<String> scopes, Optional<String> authorization) {
        return false;
    }

    /** Returns the scheme with all that a challenge says about it: a challenge to another one is heeded. */
    default String scheme() {
        return "";
    }

    /** Returns the authentication by a token that the registry takes as it is. */
    static Authentication token(Credentials token) {
        return new Fixed("token", "Bearer " + token.password().reveal());
    }

    /** Returns Basic authentication, which sends user name and password with each request, by RFC 7617. */
    static Authentication basic(Credentials credentials) {
        return new Fixed("basic", credentials.basicAuthorization());
    }

    /** The same header for all requests. */
    final class Fixed implements Authentication {
        private final String scheme;
        private final String header;

        Fixed(String scheme, String header) {
            this.scheme = scheme;
            this.header = header;
        }

        @Override
        public Optional<String> authorization(List<String> scopes) {
            return Optional.of(header);
        }

        @Override
        public String scheme() {
            return scheme;
        }
    }
}
