package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.LiveCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a registry is spoken to.
 *
 * @param host the registry
 * @param credentials who it is asked as; nobody in particular if empty
 * @param insecure whether plain HTTP is allowed although the host is not this machine
 * @param caFile certificates, in PEM, of authorities that are trusted for this registry besides those that Java trusts
 * @param live who it is asked as, in place of the credentials, if these do not last
 */
public record RegistryAccess(
        RegistryHost host,
        Optional<Credentials> credentials,
        boolean insecure,
        Optional<Path> caFile,
        Optional<LiveCredentials> live) {
    /** Access with credentials that last, or without any. */
    public RegistryAccess(
            RegistryHost host, Optional<Credentials> credentials, boolean insecure, Optional<Path> caFile) {
        this(host, credentials, insecure, caFile, Optional.empty());
    }

    /** Access over TLS (plain HTTP on this machine) without credentials. */
    public static RegistryAccess anonymous(RegistryHost host) {
        return new RegistryAccess(host, Optional.empty(), false, Optional.empty());
    }

    /** The same access with these credentials. */
    public RegistryAccess as(Credentials who) {
        return new RegistryAccess(host, Optional.of(who), insecure, caFile);
    }

    /** The same access with these credentials. */
    public RegistryAccess as(LiveCredentials who) {
        return new RegistryAccess(host, Optional.empty(), insecure, caFile, Optional.of(who));
    }

    /** The same access over plain HTTP. */
    public RegistryAccess overPlainHttp() {
        return new RegistryAccess(host, credentials, true, caFile, live);
    }

    /** The same access, trusting the authorities in {@code file} too. */
    public RegistryAccess trusting(Path file) {
        return new RegistryAccess(host, credentials, insecure, Optional.of(file), live);
    }

    /**
     * Who it is asked as now.
     *
     * @throws IOException if there is nobody any more
     */
    Optional<Credentials> who() throws IOException {
        return live.isPresent() ? Optional.of(live.get().current()) : credentials;
    }
}
