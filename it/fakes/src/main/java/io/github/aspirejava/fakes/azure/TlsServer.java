package io.github.aspirejava.fakes.azure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A TLS server of this machine. */
final class TlsServer implements AutoCloseable {
    static {
        // Otherwise each reply waits for the acknowledgement of the one before: 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "fake-azure");
        thread.setDaemon(true);
        return thread;
    });
    private final Responder responder;

    private TlsServer(HttpsServer server, Responder responder) {
        this.server = server;
        this.responder = responder;
    }

    static TlsServer start(SSLContext context, Responder responder) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            TlsServer started = new TlsServer(server, responder);
            server.createContext("/", started::answer);
            server.setExecutor(started.threads);
            server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns host and port. */
    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    URI base() {
        return URI.create("https://" + host());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Reply> reply = responder.answer(incoming(exchange));
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        }
    }

    private static Incoming incoming(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI uri = exchange.getRequestURI();
        return new Incoming(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean withoutBody = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), withoutBody ? -1 : reply.body().length);
        if (!withoutBody) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** Answers requests, from any thread. */
    @FunctionalInterface
    interface Responder {
        /** Returns the reply; if it is empty, the connection is closed. */
        Optional<Reply> answer(Incoming request);
    }
}
