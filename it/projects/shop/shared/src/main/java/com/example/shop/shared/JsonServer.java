package com.example.shop.shared;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

/** An HTTP server on port {@code PORT}, 8080 if that is not set, that answers in JSON. */
public final class JsonServer {
    private static final Gson GSON = new Gson();

    private JsonServer() {}

    /**
     * Serves {@code content} on {@code /} and the state of the service on {@code /health}, until the process ends.
     *
     * @param service the name of the service
     * @param content asked anew for each request
     * @throws IOException if the port is taken
     */
    public static void serve(String service, Supplier<?> content) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", exchange -> answer(exchange, content.get()));
        server.createContext("/health", exchange -> answer(exchange, Map.of("status", "up")));
        server.start();
        System.out.println(service + " is listening on port " + port);
    }

    private static void answer(HttpExchange exchange, Object content) throws IOException {
        try (exchange) {
            byte[] body = GSON.toJson(content).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
