package io.github.aspirejava.it;

import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The CNCF distribution registry, as Debian packages it, on a free port of the loopback interface. */
final class RealRegistry implements AutoCloseable {
    static final String USERNAME = "shopkeeper";
    static final String PASSWORD = "Zr7-kettle-of-fish";

    /** User name and password, as a client sends them. */
    static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private static final String MANIFESTS =
            "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json, "
                    + "application/vnd.docker.distribution.manifest.v2+json, "
                    + "application/vnd.docker.distribution.manifest.list.v2+json";

    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningProcess process;
    private final String host;
    private final String scheme;
    private final Optional<TokenServer> tokenServer;
    private final HttpClient client;
    private int forgotten;
    private int marks;

    RealRegistry(RunningProcess process, Optional<CertificateAuthority> authority, Optional<TokenServer> tokenServer) {
        this.process = process;
        this.host = process.awaitLine(LISTENING, PATIENCE).group(1);
        this.scheme = authority.isPresent() ? "https" : "http";
        this.tokenServer = tokenServer;
        HttpClient.Builder builder = HttpClient.newBuilder();
        authority.map(CertificateAuthority::sslContext).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Returns a registry without access control. */
    static RealRegistry open() {
        return new RegistrySetup().start();
    }

    /** Returns a registry that requires {@link #USERNAME} and {@link #PASSWORD}. */
    static RealRegistry withBasicAuth() {
        return new RegistrySetup().basicAuth().start();
    }

    /** Returns a registry that requires a token of that server. */
    static RealRegistry withTokens(TokenServer server) {
        return new RegistrySetup().tokens(server).start();
    }

    /** Returns a registry without access control over TLS, for clients that trust that authority. */
    static RealRegistry withTls(CertificateAuthority authority) {
        return new RegistrySetup().tls(authority).start();
    }

    /** Returns host and port, as in an image reference. */
    String host() {
        return host;
    }

    /** Returns the digest of a manifest; empty if the registry has no such tag. */
    Optional<String> digest(String repository, String tag) {
        HttpRequest request = request("/v2/" + repository + "/manifests/" + tag, "repository:" + repository + ":pull")
                .header("Accept", MANIFESTS)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        return send(request).headers().firstValue("Docker-Content-Digest");
    }

    /** Returns the image of this digest. */
    StoredImage image(String repository, String digest) {
        return new StoredImage(digest, (kind, part) -> read("/v2/%s/%s/%s".formatted(repository, kind, part)));
    }

    /** Removes the requests so far from {@link #requests()}. */
    void forgetRequests() {
        forgotten = upToNow().size();
    }

    /** Returns the requests to the registry, in order. */
    List<RegistryRequest> requests() {
        List<RegistryRequest> all = upToNow();
        return all.subList(forgotten, all.size());
    }

    /** Returns the manifests that have been stored, as {@code REPOSITORY:TAG}, in order. */
    List<String> pushes() {
        return requests().stream()
                .filter(RegistryRequest::putsManifest)
                .map(request -> request.path().substring("/v2/".length()).replace("/manifests/", ":"))
                .toList();
    }

    /**
     * Returns the complete log. It is written after an answer is sent: only the entry of a later request shows that it
     * is complete.
     */
    private List<RegistryRequest> upToNow() {
        String mark = "/v2/?mark=" + ++marks;
        send(request(mark).build());
        process.awaitLine(Pattern.compile("\"GET " + Pattern.quote(mark) + " HTTP/"), PATIENCE);
        return process.lines().stream()
                .map(RegistryRequest::parse)
                .flatMap(Optional::stream)
                .filter(request -> !request.path().startsWith("/v2/?mark="))
                .toList();
    }

    private HttpRequest.Builder request(String path, String... scopes) {
        String authorization = tokenServer
                .map(server -> "Bearer " + server.issue(List.of(scopes)))
                .orElse(BASIC);
        return HttpRequest.newBuilder(URI.create(scheme + "://" + host + path))
                .header("Authorization", authorization)
                .timeout(PATIENCE);
    }

    private byte[] read(String path) {
        HttpResponse<byte[]> response =
                send(request(path).header("Accept", MANIFESTS).build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("GET %s: %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    private HttpResponse<Void> send(HttpRequest request) {
        return send(request, BodyHandlers.discarding());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it by a kill, which is almost a power failure. */
    void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
    }
}
