package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.HttpBody;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request before it is authenticated; it can be sent more than once.
 *
 * @param attempted the purpose of the request, to be read after "cannot"
 * @param scopes the scopes that a token must have, in the form {@code repository:NAME:pull,push}
 */
record Call(
        String attempted,
        String method,
        URI uri,
        List<String> scopes,
        Map<String, String> headers,
        Optional<HttpBody> body) {
    Call(String attempted, String method, URI uri, List<String> scopes) {
        this(attempted, method, uri, scopes, Map.of(), Optional.empty());
    }

    Call accepting(String mediaTypes) {
        return with("Accept", mediaTypes);
    }

    Call sending(String mediaType, HttpBody content) {
        return new Call(attempted, method, uri, scopes, headers, Optional.of(content)).with("Content-Type", mediaType);
    }

    Call with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Call(attempted, method, uri, scopes, all, body);
    }

    /** Returns whether the request changes nothing, so that any redirect of it may be followed. */
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
