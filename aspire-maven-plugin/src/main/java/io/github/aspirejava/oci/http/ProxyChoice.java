package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.Optional;

/** Says which way a request goes. */
@FunctionalInterface
public interface ProxyChoice {
    /** Everything is reached directly. */
    ProxyChoice NONE = uri -> Optional.empty();

    /** The proxy to reach {@code uri} through, if not directly. Asked by any thread. */
    Optional<HttpProxy> proxyFor(URI uri);
}
