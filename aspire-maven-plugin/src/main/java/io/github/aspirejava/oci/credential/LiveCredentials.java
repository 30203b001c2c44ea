package io.github.aspirejava.oci.credential;

import java.io.IOException;

/** Short-lived credentials, which may expire within a session: they are requested whenever some are needed. */
public interface LiveCredentials {
    /**
     * Returns credentials that are valid now.
     *
     * @throws IOException if there are none any more; the message says why, without a secret
     */
    Credentials current() throws IOException;

    /** Describes the identity, for a message. */
    String describe();
}
