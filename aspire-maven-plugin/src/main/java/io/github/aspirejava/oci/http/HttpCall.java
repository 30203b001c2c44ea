package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param uri its target, with scheme {@code http} or {@code https}
 * @param body the body; if absent, the method's default for an empty one
 * @param tls the files of a connection over TLS
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, Optional<HttpBody> body, TlsFiles tls) {
    /** Returns host and port, for messages and for state that is shared by all requests to one host. */
    String server() {
        return WebOrigin.server(uri);
    }

    boolean isTls() {
        return uri.getScheme().equals("https");
    }

    /** Returns the printable form: no headers and no query, because both may contain a secret. */
    String line() {
        return "%s %s://%s%s".formatted(method, uri.getScheme(), server(), uri.getRawPath());
    }
}
