package io.github.aspirejava.oci.registry;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request before it is authenticated; it can be sent more than once.
 *
 * @param attempted what it is for, to be read after "cannot"
 * @param scopes what a token must allow, in the form {@code repository:NAME:pull,push}
 */
record Call(
        String attempted,
        String method,
        URI uri,
        List<String> scopes,
        Map<String, String> headers,
        BodyPublisher body) {
    Call(String attempted, String method, URI uri, List<String> scopes) {
        this(attempted, method, uri, scopes, Map.of(), BodyPublishers.noBody());
    }

    Call accepting(String mediaTypes) {
        return with("Accept", mediaTypes, body);
    }

    Call sending(String mediaType, BodyPublisher content) {
        return with("Content-Type", mediaType, content);
    }

    private Call with(String header, String value, BodyPublisher content) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Call(attempted, method, uri, scopes, all, content);
    }

    /** Whether the request changes nothing, so that a redirect of it may be followed. */
    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
