package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A reply to a request. */
final class Reply {
    private final int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    Reply(int status, byte[] body) {
        this.status = status;
        this.body = body;
    }

    static Reply empty(int status) {
        return new Reply(status, new byte[0]);
    }

    static Reply json(int status, JsonNode content) {
        return new Reply(status, content.toString().getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "application/json; charset=utf-8");
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Reply header(String name, String value) {
        headers.put(name, value);
        return this;
    }
}
