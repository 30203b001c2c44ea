package io.github.aspirejava.azure.entra;

import com.azure.core.credential.TokenCredential;
import io.github.aspirejava.azure.settings.CredentialKind;

/** A credential that may be tried. */
record Candidate(CredentialKind kind, Source source) {
    /** Where a credential comes from. */
    @FunctionalInterface
    interface Source {
        /**
         * A credential.
         *
         * @throws UnavailableException if this is not a place where there is one
         */
        TokenCredential get() throws UnavailableException;
    }

    /** Why there is no such credential here, in a few words. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnavailableException(String reason) {
            super(reason);
        }
    }
}
