package io.github.aspirejava.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The CNCF distribution registry, always at the same address, near or far: at 0 ms it listens there itself, else behind
 * a {@link DelayingProxy}. Its content is kept when the distance changes, and so is the memory of its clients.
 */
final class TargetRegistry implements AutoCloseable {
    /** The media types of manifests, without which it answers that a manifest does not exist. */
    static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path directory;
    private final int port;
    private final int hiddenPort;
    private @Nullable Process process;
    private @Nullable DelayingProxy proxy;
    private int listening;
    private int rttMillis;
    private int forgotten;
    private int marks;

    /** Creates a registry that is not started yet. */
    TargetRegistry(Path directory) throws IOException {
        this.directory = directory;
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = one.getLocalPort();
            hiddenPort = other.getLocalPort();
        }
    }

    /** Returns host and port, as in an image reference. */
    String host() {
        return "127.0.0.1:" + port;
    }

    /** Restarts it without any content. */
    void startEmpty(int distance) throws IOException, InterruptedException {
        close();
        Directories.delete(directory);
        start(distance);
    }

    /** Moves it, with its content. */
    void moveTo(int distance) throws IOException, InterruptedException {
        if (process == null || distance != rttMillis) {
            close();
            start(distance);
        }
    }

    private void start(int distance) throws IOException, InterruptedException {
        rttMillis = distance;
        listening = distance == 0 ? port : hiddenPort;
        forgotten = 0;
        Files.createDirectories(directory);
        Path configuration =
                Files.writeString(directory.resolve("config.yml"), """
                version: 0.1
                log: {level: info}
                storage: {filesystem: {rootdirectory: %s}, cache: {blobdescriptor: inmemory}}
                http: {addr: "127.0.0.1:%d", secret: bench}
                """.formatted(directory.resolve("data"), listening));
        process = new ProcessBuilder("docker-registry", "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        await(() -> logged("listening on"), "docker-registry does not start");
        if (distance > 0) {
            proxy = DelayingProxy.start(port, hiddenPort, distance);
        }
    }

    private Path log() {
        return directory.resolve("log");
    }

    private boolean logged(String text) {
        try {
            return Files.readString(log()).contains(text);
        } catch (IOException e) {
            throw new BenchException("The registry's log cannot be read", e);
        }
    }

    private static void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new BenchException(otherwise);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** Removes the requests so far from {@link #requests}. */
    void forgetRequests() throws IOException, InterruptedException {
        forgotten = upToNow().size();
    }

    /** Returns the requests since {@link #forgetRequests}. */
    AccessLog requests() throws IOException, InterruptedException {
        List<String> lines = upToNow();
        return AccessLog.parse(lines.subList(forgotten, lines.size()));
    }

    /**
     * Returns the complete log. It is written after an answer is sent: only the entry of a later request shows that it
     * is complete.
     */
    private List<String> upToNow() throws IOException, InterruptedException {
        String mark = AccessLog.MARK + ++marks;
        send(mark, "GET");
        await(() -> logged("GET " + mark + " HTTP"), "docker-registry does not log its requests");
        return Files.readAllLines(log(), StandardCharsets.UTF_8);
    }

    /** Returns the size of a stored blob, by the hexadecimal digits of its digest. */
    long size(String hex) {
        try {
            return Files.size(blobs().resolve(hex.substring(0, 2)).resolve(hex).resolve("data"));
        } catch (IOException e) {
            throw new BenchException("The registry has no blob " + hex, e);
        }
    }

    /** Returns the bytes of all stored blobs, manifests included. */
    long stored() throws IOException {
        try (Stream<Path> files = Files.walk(blobs())) {
            return files.filter(file -> file.endsWith("data"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private Path blobs() {
        return directory.resolve("data/docker/registry/v2/blobs/sha256");
    }

    /** Returns the digest of the manifest of that tag; empty if there is none. */
    String digest(String repository, String tag) throws IOException, InterruptedException {
        return send("/v2/%s/manifests/%s".formatted(repository, tag), "HEAD")
                .headers()
                .firstValue("Docker-Content-Digest")
                .orElse("");
    }

    private HttpResponse<Void> send(String path, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listening + path))
                .timeout(PATIENCE)
                .header("Accept", MANIFESTS)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.discarding());
    }

    /** Returns its process, if it runs. */
    Stream<Long> processes() {
        return process == null ? Stream.empty() : Stream.of(process.pid());
    }

    @Override
    public void close() throws IOException {
        if (proxy != null) {
            proxy.close();
            proxy = null;
        }
        if (process != null) {
            process.destroy();
            process.onExit()
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            process = null;
        }
    }
}
