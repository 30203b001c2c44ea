package io.github.aspirejava.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The CNCF distribution registry, as Debian packages it, on a free port of the loopback interface. */
final class RealRegistry implements AutoCloseable {
    static final String USERNAME = "shopkeeper";
    static final String PASSWORD = "Zr7-kettle-of-fish";

    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final RunningProcess process;
    private final String host;
    private int forgotten;
    private int marks;

    private RealRegistry(RunningProcess process) {
        this.process = process;
        this.host = process.awaitLine(LISTENING, PATIENCE).group(1);
    }

    /** One that lets anybody in. */
    static RealRegistry open() {
        return start("");
    }

    /** One that wants {@link #USERNAME} and {@link #PASSWORD}. */
    static RealRegistry withBasicAuth() {
        Path htpasswd = Workspace.newDirectory("htpasswd").resolve("htpasswd");
        try (InputStream hashes = Objects.requireNonNull(RealRegistry.class.getResourceAsStream("htpasswd"))) {
            Files.copy(hashes, htpasswd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start("auth: {htpasswd: {realm: it, path: %s}}".formatted(htpasswd));
    }

    private static RealRegistry start(String authentication) {
        Path directory = Workspace.newDirectory("registry");
        String configuration = """
                version: 0.1
                log: {level: info}
                storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
                http: {addr: "127.0.0.1:0", secret: it}
                %s
                """.formatted(directory.resolve("data"), authentication);
        try {
            Path file = Files.writeString(directory.resolve("config.yml"), configuration);
            RunningProcess process =
                    RunningProcess.start(new ProcessBuilder("docker-registry", "serve", file.toString()));
            return new RealRegistry(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port, as in an image reference. */
    String host() {
        return host;
    }

    /** The digest of a manifest, or nothing if the registry has no such tag. Answers for {@link #open()} ones only. */
    Optional<String> digest(String repository, String tag) {
        HttpRequest request = request("/v2/" + repository + "/manifests/" + tag)
                .header("Accept", "application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        return send(request).headers().firstValue("Docker-Content-Digest");
    }

    /** Leaves the requests so far out of {@link #requests()}. */
    void forgetRequests() {
        forgotten = upToNow().size();
    }

    /** What has been asked of the registry, in order. */
    List<RegistryRequest> requests() {
        List<RegistryRequest> all = upToNow();
        return all.subList(forgotten, all.size());
    }

    /** The manifests that have been stored, as {@code REPOSITORY:TAG}, in order. */
    List<String> pushes() {
        return requests().stream()
                .filter(RegistryRequest::putsManifest)
                .map(request -> request.path().substring("/v2/".length()).replace("/manifests/", ":"))
                .toList();
    }

    /** The log is written after an answer is sent: only a request that was sent later tells that it is complete. */
    private List<RegistryRequest> upToNow() {
        String mark = "/v2/?mark=" + ++marks;
        send(request(mark)
                .header("Authorization", "Basic " + base64(USERNAME + ":" + PASSWORD))
                .build());
        process.awaitLine(Pattern.compile("\"GET " + Pattern.quote(mark) + " HTTP/"), PATIENCE);
        return process.lines().stream()
                .map(RegistryRequest::parse)
                .flatMap(Optional::stream)
                .filter(request -> !request.path().startsWith("/v2/?mark="))
                .toList();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + host + path)).timeout(PATIENCE);
    }

    private HttpResponse<Void> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.close();
    }
}
