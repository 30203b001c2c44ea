package io.github.aspirejava.engine.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import io.github.aspirejava.concurrent.Blocking;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Exchanges with one engine. They go through docker-java's transport, which knows Unix sockets, Windows' pipes and TLS,
 * and not through its commands: those hide errors that come in the middle of an answer, and know neither several images
 * in one export nor what an engine says of itself in its headers. Safe for use by several threads.
 */
public final class EngineApi implements Closeable {
    /** An engine answers when it has done something, which may take long: no other limit than for connecting. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    static {
        // What is sent has secrets in it, and at Maven's -X the transport would print it. The keys of Maven 3 and 4.
        for (String key : List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.")) {
            System.getProperties().putIfAbsent(key + "com.github.dockerjava", "warn");
        }
    }

    private static final int LONGEST_REASON = 500;

    private final EngineHost host;
    private final DockerHttpClient http;

    private EngineApi(EngineHost host, DockerHttpClient http) {
        this.host = host;
        this.http = http;
    }

    /**
     * The way to the engine at {@code host}; nothing is sent yet.
     *
     * @throws EngineException if the address or its certificates cannot be used
     */
    public static EngineApi of(EngineHost host) throws EngineException {
        try {
            ZerodepDockerHttpClient.Builder builder = new ZerodepDockerHttpClient.Builder()
                    .dockerHost(host.address())
                    .connectionTimeout(CONNECT_TIMEOUT);
            host.certificates()
                    .ifPresent(directory -> builder.sslConfig(new LocalDirectorySSLConfig(directory.toString())));
            return new EngineApi(host, builder.build());
        } catch (RuntimeException e) {
            throw new EngineException(Reason.of(e), e);
        }
    }

    /** Where it is. */
    public EngineHost host() {
        return host;
    }

    /**
     * The answer to a question, whose path may have a query.
     *
     * @throws EngineException if there is none, or a refusal
     */
    public JsonNode get(String path) throws IOException {
        try (EngineAnswer answer = send("GET", path, Map.of(), InputStream.nullInputStream())) {
            return Json.parse(answer.body().readAllBytes());
        }
    }

    /** What the answer's headers say; the engine may be anything. */
    EngineAnswer ping() throws IOException {
        return exchange("GET", "/_ping", Map.of(), InputStream.nullInputStream());
    }

    /** Has something done that takes no input; what the engine answers is of no interest. */
    public void post(String path) throws IOException {
        try (EngineAnswer answer = send("POST", path, Map.of(), InputStream.nullInputStream())) {
            answer.body().transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /**
     * Has something done; whoever asks closes the answer, which breaks off what is not over yet.
     *
     * @param body what is sent; closed by this
     */
    public EngineAnswer post(String path, Map<String, String> headers, InputStream body) throws IOException {
        return send("POST", path, headers, body);
    }

    /** A long answer; whoever asks closes it. */
    public EngineAnswer open(String path) throws IOException {
        return send("GET", path, Map.of(), InputStream.nullInputStream());
    }

    private EngineAnswer send(String method, String path, Map<String, String> headers, InputStream body)
            throws IOException {
        EngineAnswer answer = exchange(method, path, headers, body);
        if (answer.status() >= 200 && answer.status() < 300) {
            return answer;
        }
        try (answer) {
            byte[] content = answer.body().readNBytes(64 * 1024);
            String text = Json.parse(content)
                    .path("message")
                    .asText(new String(content, StandardCharsets.UTF_8))
                    .strip();
            String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ");
            throw new EngineException(
                    line.isEmpty()
                            ? "HTTP %d".formatted(answer.status())
                            : line.substring(0, Math.min(line.length(), LONGEST_REASON)),
                    answer.status());
        }
    }

    private EngineAnswer exchange(String method, String path, Map<String, String> headers, InputStream body)
            throws IOException {
        Request request = Request.builder()
                .method(method)
                .path(path)
                .putAllHeaders(headers)
                .body(method.equals("GET") ? null : body)
                .build();
        try (body) {
            Response response = Blocking.call(() -> http.execute(request));
            return new EngineAnswer(response);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** docker-java wraps what the connection says. */
    private EngineException failure(RuntimeException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return new EngineException(Reason.of(cause), failure);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
