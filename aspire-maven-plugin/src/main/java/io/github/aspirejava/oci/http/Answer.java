package io.github.aspirejava.oci.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;

/** What a server answered, whole. */
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

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The address that answered. */
    public URI uri() {
        return uri;
    }

    /** The last value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** All values of a header. */
    public List<String> headers(String name) {
        return headers.values(name);
    }

    /** The body's bytes; no more of them than whoever asked wanted at most. */
    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }
}
