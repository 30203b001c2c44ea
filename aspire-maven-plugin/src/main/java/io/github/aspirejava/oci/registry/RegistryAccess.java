package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.LiveCredentials;
import io.github.aspirejava.oci.http.TlsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The access to a registry.
 *
 * @param host the registry
 * @param credentials the credentials; anonymous if empty
 * @param insecure whether plain HTTP is allowed although the host is not this machine
 * @param tls the files of connections over TLS
 * @param live short-lived credentials, in place of {@code credentials}
 */
public record RegistryAccess(
        RegistryHost host,
        Optional<Credentials> credentials,
        boolean insecure,
        TlsFiles tls,
        Optional<LiveCredentials> live) {
    /** Creates an access with permanent credentials, or without any. */
    public RegistryAccess(RegistryHost host, Optional<Credentials> credentials, boolean insecure, TlsFiles tls) {
        this(host, credentials, insecure, tls, Optional.empty());
    }

    /** Returns the access over TLS (plain HTTP on this machine) without credentials. */
    public static RegistryAccess anonymous(RegistryHost host) {
        return new RegistryAccess(host, Optional.empty(), false, TlsFiles.NONE);
    }

    /** Returns the same access with these credentials. */
    public RegistryAccess as(Credentials who) {
        return new RegistryAccess(host, Optional.of(who), insecure, tls);
    }

    /** Returns the same access with these short-lived credentials. */
    public RegistryAccess as(LiveCredentials who) {
        return new RegistryAccess(host, Optional.empty(), insecure, tls, Optional.of(who));
    }

    /** Returns the same access over plain HTTP. */
    public RegistryAccess overPlainHttp() {
        return new RegistryAccess(host, credentials, true, tls, live);
    }

    /** Returns the same access, trusting the authorities in {@code file}, too. */
    public RegistryAccess trusting(Path file) {
        return new RegistryAccess(host, credentials, insecure, TlsFiles.trusting(file), live);
    }

    /**
     * Returns the credentials that are valid now.
     *
     * @throws IOException if there are none any more
     */
    Optional<Credentials> who() throws IOException {
        return live.isPresent() ? Optional.of(live.get().current()) : credentials;
    }
}
