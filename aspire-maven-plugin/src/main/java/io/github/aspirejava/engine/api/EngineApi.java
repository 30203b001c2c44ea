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
import io.github.aspirejava.text.ForeignText;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client of one engine. It uses docker-java's transport, which supports Unix sockets, Windows' named pipes and TLS,
 * and not its commands: those hide errors in the middle of a response, and support neither several images in one export
 * nor the headers by which an engine identifies itself. Thread-safe.
 */
public final class EngineApi implements Closeable {
    /**
     * The connect timeout. There is no other time limit: an engine responds when it has finished, which may take long.
     */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    static {
        // Requests contain secrets, and with Maven's -X the transport would print them. The keys of Maven 3 and 4.
        for (String key : List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.")) {
            System.getProperties().putIfAbsent(key + "com.github.dockerjava", "warn");
        }
    }

    /** The body of a request that has none. */
    private static final InputStream NONE = InputStream.nullInputStream();

    private static final int LONGEST_REASON = 500;

    private static final int PORT = 2375;
    private static final int TLS_PORT = 2376;
    private static final Pattern AUTHORITY = Pattern.compile("(.+):([0-9]{1,5})");

    private final EngineHost host;
    private final DockerHttpClient http;

    private EngineApi(EngineHost host, DockerHttpClient http) {
        this.host = host;
        this.http = http;
    }

    /**
     * Creates a client of the engine at {@code host}; nothing is sent yet.
     *
     * @throws EngineException if the address or its certificates cannot be used
     */
    public static EngineApi of(EngineHost host) throws EngineException {
        try {
            ZerodepDockerHttpClient.Builder builder = new ZerodepDockerHttpClient.Builder()
                    .dockerHost(connectable(host))
                    .connectionTimeout(CONNECT_TIMEOUT);
            host.certificates()
                    .ifPresent(directory -> builder.sslConfig(new LocalDirectorySSLConfig(directory.toString())));
            return new EngineApi(host, builder.build());
        } catch (UnknownHostException e) {
            throw new EngineException("the host is unknown", e);
        } catch (RuntimeException e) {
            throw new EngineException(Reason.of(e), e);
        }
    }

    /**
     * Returns the address with a port, and with a host that docker-java reads: one with _ is no host to {@link URI}.
     */
    private static URI connectable(EngineHost host) throws UnknownHostException {
        URI address = host.address();
        if (!"tcp".equals(address.getScheme()) || (address.getHost() != null && address.getPort() >= 0)) {
            return address;
        }
        String authority = String.valueOf(address.getRawAuthority());
        Matcher parts = AUTHORITY.matcher(authority);
        int port = host.certificates().isPresent() ? TLS_PORT : PORT;
        String name = authority;
        if (parts.matches()) {
            name = parts.group(1);
            port = Integer.parseInt(parts.group(2));
        }
        String known =
                address.getHost() != null ? name : InetAddress.getByName(name).getHostAddress();
        return URI.create("tcp://%s:%d"
                .formatted(known.contains(":") && !known.startsWith("[") ? "[" + known + "]" : known, port));
    }

    /** Returns the engine's host. */
    public EngineHost host() {
        return host;
    }

    /**
     * Sends a GET request and returns the response.
     *
     * @param path the path, with an optional query
     * @throws EngineException if the engine does not respond, or refuses
     */
    public JsonNode get(String path) throws IOException {
        try (EngineAnswer answer = send("GET", path, Map.of(), NONE)) {
            return Json.parse(answer.body().readAllBytes());
        }
    }

    /** Pings the engine and returns the response, whose headers identify it. */
    EngineAnswer ping() throws IOException {
        return exchange("GET", "/_ping", Map.of(), NONE);
    }

    /** Sends a POST request without a body and discards the response. */
    public void post(String path) throws IOException {
        try (EngineAnswer answer = send("POST", path, Map.of(), NONE)) {
            answer.body().transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Sends a POST request with a JSON document and returns the response; a missing node if it is empty. */
    public JsonNode post(String path, JsonNode document) throws IOException {
        InputStream body = new ByteArrayInputStream(Json.write(document));
        try (EngineAnswer answer = send("POST", path, Map.of("Content-Type", "application/json"), body)) {
            return Json.parse(answer.body().readAllBytes());
        }
    }

    /** Sends a DELETE request and discards the response. */
    public void delete(String path) throws IOException {
        try (EngineAnswer answer = send("DELETE", path, Map.of(), NONE)) {
            answer.body().transferTo(OutputStream.nullOutputStream());
        }
    }

    /**
     * Sends a POST request; the caller closes the response, which aborts an operation that is not finished.
     *
     * @param body the request body; closed by this method
     */
    public EngineAnswer post(String path, Map<String, String> headers, InputStream body) throws IOException {
        return send("POST", path, headers, body);
    }

    /** Sends a GET request with a long response; the caller closes it. */
    public EngineAnswer open(String path) throws IOException {
        return send("GET", path, Map.of(), NONE);
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
            String line = ForeignText.line(text, LONGEST_REASON);
            throw new EngineException(line.isEmpty() ? "HTTP %d".formatted(answer.status()) : line, answer.status());
        }
    }

    private EngineAnswer exchange(String method, String path, Map<String, String> headers, InputStream body)
            throws IOException {
        Request request = Request.builder()
                .method(method)
                .path(path)
                .putAllHeaders(headers)
                // An empty body is one of unknown length, which some questions refuse.
                .body(body == NONE ? null : body)
                .build();
        try (body) {
            Response response = Blocking.call(() -> http.execute(request));
            return new EngineAnswer(response);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** Converts an exception of docker-java, which wraps that of the connection. */
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
