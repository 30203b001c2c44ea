package io.github.aspirejava.oci.http;

import io.github.aspirejava.oci.credential.Credentials;
import java.util.Optional;

/**
 * A proxy that requests go through, by RFC 9110 section 3.7; for TLS it is asked for a tunnel.
 *
 * @param credentials what it is told in {@code Proxy-Authorization}, by RFC 7617
 */
public record HttpProxy(String host, int port, Optional<Credentials> credentials) {}
