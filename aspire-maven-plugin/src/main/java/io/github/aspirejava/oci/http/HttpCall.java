package io.github.aspirejava.oci.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A request.
 *
 * @param uri where it goes, with scheme {@code http} or {@code https}
 * @param body without one, what the method takes for none
 * @param caFile certificates, in PEM, of authorities that are trusted besides those that Java trusts
 */
public record HttpCall(
        String method, URI uri, Map<String, String> headers, Optional<HttpBody> body, Optional<Path> caFile) {
    /** The host and port, for messages and for what concerns all requests to one host. */
    String server() {
        return uri.getAuthority();
    }

    boolean isTls() {
        return uri.getScheme().equals("https");
    }

    /** What is printed of it: no headers and no query, for either may hold a secret. */
    String line() {
        return "%s %s://%s%s".formatted(method, uri.getScheme(), uri.getAuthority(), uri.getPath());
    }
}
