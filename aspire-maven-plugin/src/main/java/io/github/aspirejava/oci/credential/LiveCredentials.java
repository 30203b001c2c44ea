package io.github.aspirejava.oci.credential;

import java.io.IOException;

/** Credentials that do not last as long as a session may: they are asked for whenever some are needed. */
public interface LiveCredentials {
    /**
     * Credentials that are good now.
     *
     * @throws IOException if there are none any more; the message says why, without a secret
     */
    Credentials current() throws IOException;

    /** Whose credentials they are, for a message. */
    String describe();
}
