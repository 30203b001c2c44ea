package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A request that has arrived completely. */
final class Incoming {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String BEARER = "Bearer ";

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * Creates a request.
     *
     * @param path the path without the query
     * @param query the raw query, or an empty text
     * @param headers the headers by name in lower case
     */
    Incoming(String method, String path, String query, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    String query() {
        return query;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> parameter(String name) {
        return value(query, name);
    }

    /** Returns a field of a form. */
    String field(String name) {
        return value(new String(body, StandardCharsets.UTF_8), name).orElse("");
    }

    JsonNode json() {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> bearer() {
        return header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
    }

    boolean isWrite() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    private static Optional<String> value(String encoded, String name) {
        return Stream.of(encoded.split("&", -1))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }
}
