package io.github.aspirejava.oci.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A registry's answer, whose body may still be on its way; whoever asked closes it. */
final class Response implements AutoCloseable {
    private static final int MAX_DRAINED_BYTES = 64 * 1024;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpResponse<InputStream> http;

    Response(HttpResponse<InputStream> http) {
        this.http = http;
    }

    int status() {
        return http.statusCode();
    }

    /** The address that answered. */
    URI uri() {
        return http.uri();
    }

    Optional<String> header(String name) {
        return http.headers().firstValue(name);
    }

    List<String> headers(String name) {
        return http.headers().allValues(name);
    }

    /** The header {@code Location}, if this is a redirect that names one. */
    Optional<String> redirect() {
        return REDIRECTS.contains(status()) ? header("Location") : Optional.empty();
    }

    InputStream body() {
        return http.body();
    }

    /** At most {@code limit} bytes of the body. */
    byte[] read(int limit) throws IOException {
        return http.body().readNBytes(limit);
    }

    /** Reads the rest of a short body, for only then is the connection used again. */
    @Override
    public void close() throws IOException {
        try (InputStream rest = http.body()) {
            rest.readNBytes(MAX_DRAINED_BYTES);
        }
    }
}
