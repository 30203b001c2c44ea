package io.github.aspirejava.fakes.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** An answer of the server. */
final class Answer {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status;
    private Body body = InputStream::nullInputStream;

    private Answer(int status) {
        status(status);
    }

    static Answer of(int status) {
        return new Answer(status);
    }

    static Answer error(int status, String code, String message) {
        return of(status)
                .json("{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\",\"detail\":null}]}".formatted(code, message));
    }

    Answer header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Answer json(String text) {
        return body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    Answer body(String mediaType, byte[] content) {
        byte[] copy = content.clone();
        return header("Content-Type", mediaType).body(copy.length, () -> new ByteArrayInputStream(copy));
    }

    Answer body(long length, Body content) {
        body = content;
        return header("Content-Length", Long.toString(length));
    }

    /** Returns the same answer with another status. */
    Answer status(int code) {
        status = code;
        if (code == 204 || code == 304) {
            headers.remove("Content-Length");
        } else {
            headers.putIfAbsent("Content-Length", "0");
        }
        return this;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Returns the length of the body, whether it is sent, as for GET, or not, as for HEAD. */
    long length() {
        return Long.parseLong(headers.getOrDefault("Content-Length", "0"));
    }

    InputStream open() throws IOException {
        return body.open();
    }

    /** A source of the body's bytes. */
    @FunctionalInterface
    interface Body {
        InputStream open() throws IOException;
    }
}
