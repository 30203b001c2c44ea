package io.github.aspirejava.oci.http;

import io.github.aspirejava.oci.credential.Credentials;
import java.util.Optional;

/**
 * A proxy for requests, by RFC 9110 section 3.7; TLS uses a tunnel through it.
 *
 * @param credentials the credentials for {@code Proxy-Authorization}, by RFC 7617
 */
public record HttpProxy(String host, int port, Optional<Credentials> credentials) {}
