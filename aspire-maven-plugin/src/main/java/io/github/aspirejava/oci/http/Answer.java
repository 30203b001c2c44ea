package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/** A server's complete answer. */
public final class Answer {
    private final int status;
    private final URI uri;
    private final Headers headers;
    private final byte[] body;

    Answer(int status, URI uri, Headers headers, byte[] body) {
        this.status = status;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the address that answered. */
    public URI uri() {
        return uri;
    }

    /** Returns the last value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Returns all values of a header. */
    public List<String> headers(String name) {
        return headers.values(name);
    }

    /** Returns the body's bytes, at most as many as the caller requested. */
    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }
}
