package io.github.aspirejava.azure.entra;

import com.azure.core.credential.TokenCredential;
import io.github.aspirejava.azure.settings.CredentialKind;
import io.github.aspirejava.text.ForeignText;

/** A credential that may be tried. */
record Candidate(CredentialKind kind, Source source) {
    /** A source of a credential. */
    @FunctionalInterface
    interface Source {
        /**
         * Returns a credential.
         *
         * @throws UnavailableException if the source has none here
         */
        TokenCredential get() throws UnavailableException;
    }

    /** Tells in a few words why a credential is not available here. */
    static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnavailableException(String reason) {
            super(ForeignText.line(reason));
        }
    }
}
