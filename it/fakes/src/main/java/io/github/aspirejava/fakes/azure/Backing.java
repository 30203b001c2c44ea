package io.github.aspirejava.fakes.azure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;

/** The real registry behind a registry of this Azure: requests are forwarded to it. */
final class Backing {
    private static final Set<String> FORWARDED = Set.of("accept", "content-type", "content-range", "range");
    private static final Set<String> OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OWN.addAll(Set.of("Connection", "Date", "Transfer-Encoding", "Keep-Alive"));
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI backing;
    private final URI front;

    /**
     * Creates a forwarder.
     *
     * @param front the address that clients use
     */
    Backing(URI backing, URI front) {
        this.backing = backing;
        this.front = front;
    }

    Reply answer(Incoming request) {
        String query = request.query().isEmpty() ? "" : "?" + request.query();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(backing.resolve(request.path() + query))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (FORWARDED.contains(name)) {
                forwarded.header(name, value);
            }
        });
        HttpResponse<byte[]> response = send(forwarded.build());
        Reply reply = new Reply(response.statusCode(), response.body());
        response.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name) && !name.startsWith(":")) {
                reply.header(name, values.get(0).replace(backing.toString(), front.toString()));
            }
        });
        return reply;
    }

    boolean hasManifest(String repository, String selector) {
        HttpRequest head = HttpRequest.newBuilder(
                        backing.resolve("/v2/%s/manifests/%s".formatted(repository, selector)))
                .header("Accept", "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json")
                .method("HEAD", BodyPublishers.noBody())
                .build();
        return send(head).statusCode() == 200;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
