package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.Credentials;
import java.util.Optional;

/**
 * How a registry is spoken to.
 *
 * @param host the registry
 * @param credentials who it is asked as; nobody in particular if empty
 * @param insecure whether plain HTTP is allowed although the host is not this machine
 */
public record RegistryAccess(RegistryHost host, Optional<Credentials> credentials, boolean insecure) {
    /** Access over TLS (plain HTTP on this machine) without credentials. */
    public static RegistryAccess anonymous(RegistryHost host) {
        return new RegistryAccess(host, Optional.empty(), false);
    }

    /** The same access with these credentials. */
    public RegistryAccess as(Credentials who) {
        return new RegistryAccess(host, Optional.of(who), insecure);
    }

    /** The same access over plain HTTP. */
    public RegistryAccess overPlainHttp() {
        return new RegistryAccess(host, credentials, true);
    }
}
