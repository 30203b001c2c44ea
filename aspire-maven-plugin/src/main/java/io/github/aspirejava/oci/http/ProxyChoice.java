package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.Optional;

/** Chooses the route of a request. */
@FunctionalInterface
public interface ProxyChoice {
    /** A direct connection to every host. */
    ProxyChoice NONE = uri -> Optional.empty();

    /** Returns the proxy to reach {@code uri} through, if not directly. Called by any thread. */
    Optional<HttpProxy> proxyFor(URI uri);
}
