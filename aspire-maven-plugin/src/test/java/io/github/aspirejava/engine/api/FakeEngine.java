package io.github.aspirejava.engine.api;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Implements as much of an engine's API as a test needs. */
public final class FakeEngine implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Headers> headers = new ConcurrentHashMap<>();
    private volatile byte[] lastBody = {};

    /** Creates an engine without any answers yet. */
    public FakeEngine() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** An answer for one path. */
    @FunctionalInterface
    public interface Answer {
        /** Writes the answer; closing the exchange in the middle aborts it. */
        void write(HttpExchange exchange) throws IOException;
    }

    /** Acts as Docker of that API version. */
    public FakeEngine docker(String api) {
        return pong(Map.of("Api-Version", api, "Server", "Docker/27.0.1 (linux)"));
    }

    /** Acts as Podman of that API version. */
    public FakeEngine podman(String api) {
        return pong(Map.of("Api-Version", api, "Libpod-Api-Version", "5.0.0", "Server", "Libpod/5.0.0 (linux)"));
    }

    private FakeEngine pong(Map<String, String> headers) {
        return on("/_ping", exchange -> {
            headers.forEach(exchange.getResponseHeaders()::add);
            send(exchange, 200, "OK");
        });
    }

    /** Answers every request whose path begins with this path. */
    public FakeEngine on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            headers.put(path, exchange.getRequestHeaders());
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            exchange.getRequestBody().transferTo(body);
            lastBody = body.toByteArray();
            try (exchange) {
                answer.write(exchange);
            }
        });
        return this;
    }

    /** Answers with this text. */
    public FakeEngine on(String path, int status, String text) {
        return on(path, exchange -> send(exchange, status, text));
    }

    /** Sends a complete answer. */
    public static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Returns its address. */
    public URI address() {
        return URI.create("tcp://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the requests so far: method, path and query. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Returns the headers of the last request that was answered for this path. */
    public Headers headers(String path) {
        return headers.getOrDefault(path, new Headers());
    }

    /** Returns the body of the last request. */
    public byte[] lastBody() {
        return lastBody.clone();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
