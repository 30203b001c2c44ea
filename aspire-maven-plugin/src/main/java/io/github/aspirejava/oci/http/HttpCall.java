package io.github.aspirejava.oci.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param uri its target, with scheme {@code http} or {@code https}
 * @param body the body; if absent, the method's default for an empty one
 * @param caFile certificates, in PEM, of authorities that are trusted in addition to Java's
 */
public record HttpCall(
        String method, URI uri, Map<String, String> headers, Optional<HttpBody> body, Optional<Path> caFile) {
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
