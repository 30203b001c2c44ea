package io.github.aspirejava.bench;

import io.github.aspirejava.bench.LayoutImages.Content;
import io.github.aspirejava.bench.LayoutImages.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The lower bound of a push's duration: hashes and sends each blob once, mounts it in all other repositories that need
 * it, and puts the manifests. It sends no existence checks, because it knows the registry's content; it retries
 * nothing, and reads its images' JSON, opens its connections and loads its classes before the measurement.
 */
public final class LimitClient {
    private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();
    private final ExecutorService threads;

    private LimitClient(String host, int connections) throws IOException {
        threads = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(host);
            connection.send("GET", AccessLog.MARK).expect(200);
            idle.add(connection);
        }
    }

    /**
     * Pushes images {@code svc-1} to {@code svc-COUNT}. The arguments are LAYOUT HOST COUNT CONNECTIONS COLD|UNCHANGED.
     */
    public static void main(String[] arguments) throws Exception {
        LayoutImages layout = new LayoutImages(Path.of(arguments[0]));
        Map<String, Image> images = new HashMap<>();
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
            images.put(Names.repository(i), layout.find(Names.inLayout(i)));
        }
        LimitClient client = new LimitClient(arguments[1], Integer.parseInt(arguments[3]));
        try {
            client.warmUp();
            long start = System.nanoTime();
            if (State.valueOf(arguments[4]) == State.COLD) {
                client.push(images);
            } else {
                client.check(images);
            }
            System.out.printf("millis=%.3f%n", (System.nanoTime() - start) / 1e6);
        } finally {
            client.threads.shutdown();
        }
    }

    /** Loads the classes (warm-up): sends a small blob to a repository that is used for nothing else. */
    private void warmUp() throws IOException, NoSuchAlgorithmException {
        byte[] bytes = "warm".getBytes(StandardCharsets.US_ASCII);
        String digest = "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Path file = Files.createTempFile("warm", null);
        try {
            Files.write(file, bytes);
            upload(AccessLog.WARM_UP + 1, new Content(digest, "application/octet-stream", bytes.length, file));
            mount(AccessLog.WARM_UP + 2, digest, AccessLog.WARM_UP + 1);
        } finally {
            Files.delete(file);
        }
    }

    private void push(Map<String, Image> images) {
        Map<String, Content> blobs = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        images.forEach((repository, image) -> image.blobs().forEach(blob -> {
            blobs.putIfAbsent(blob.digest(), blob);
            owners.putIfAbsent(blob.digest(), repository);
        }));
        Map<String, CompletableFuture<Void>> uploads = new HashMap<>();
        // The longest first, so that none is left to be sent alone at the end.
        blobs.values().stream()
                .sorted(Comparator.comparingLong(Content::size).reversed())
                .forEach(blob -> uploads.put(blob.digest(), run(() -> upload(Names.get(owners, blob.digest()), blob))));
        List<CompletableFuture<Void>> manifests = new ArrayList<>();
        images.forEach((repository, image) -> {
            CompletableFuture<?>[] present = image.blobs().stream()
                    .map(blob -> {
                        String owner = Names.get(owners, blob.digest());
                        CompletableFuture<Void> upload = Names.get(uploads, blob.digest());
                        return owner.equals(repository)
                                ? upload
                                : upload.thenRunAsync(
                                        unchecked(() -> mount(repository, blob.digest(), owner)), threads);
                    })
                    .toArray(CompletableFuture[]::new);
            manifests.add(CompletableFuture.allOf(present)
                    .thenRunAsync(unchecked(() -> put(repository, image.manifest())), threads));
        });
        manifests.forEach(CompletableFuture::join);
    }

    /** Checks that nothing has changed, by the least number of requests: one for each image. */
    private void check(Map<String, Image> images) {
        List<CompletableFuture<Void>> checks = new ArrayList<>();
        images.forEach((repository, image) -> checks.add(run(() -> with(connection -> connection
                .send(
                        "HEAD",
                        "/v2/%s/manifests/%s"
                                .formatted(repository, image.manifest().digest()))
                .expect(200)))));
        checks.forEach(CompletableFuture::join);
    }

    private void upload(String repository, Content blob) throws IOException {
        with(connection -> {
            String location = connection
                    .send("POST", "/v2/%s/blobs/uploads/".formatted(repository))
                    .expect(202)
                    .headers()
                    .getOrDefault("location", "");
            String path = location.substring(location.indexOf("/v2/"));
            return connection
                    .send(
                            "PUT",
                            path + (path.contains("?") ? "&" : "?") + "digest=" + blob.digest(),
                            "application/octet-stream",
                            blob.file(),
                            blob.digest())
                    .expect(201);
        });
    }

    private void mount(String repository, String digest, String from) throws IOException {
        with(connection -> connection
                .send("POST", "/v2/%s/blobs/uploads/?mount=%s&from=%s".formatted(repository, digest, from))
                .expect(201));
    }

    private void put(String repository, Content manifest) throws IOException {
        with(connection -> connection
                .send(
                        "PUT",
                        "/v2/%s/manifests/%s".formatted(repository, Names.TAG),
                        manifest.mediaType(),
                        manifest.file(),
                        manifest.digest())
                .expect(201));
    }

    private interface Exchange {
        Connection.Answer on(Connection connection) throws IOException;
    }

    private void with(Exchange exchange) throws IOException {
        // There are as many connections as threads.
        Connection connection = idle.remove();
        try {
            exchange.on(connection);
        } finally {
            idle.add(connection);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private CompletableFuture<Void> run(Work work) {
        return CompletableFuture.runAsync(unchecked(work), threads);
    }

    private static Runnable unchecked(Work work) {
        return () -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
