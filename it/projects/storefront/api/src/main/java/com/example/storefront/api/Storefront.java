package com.example.storefront.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves the front end's files, which the build has put into this service's image, and the products that it shows. */
public final class Storefront {
    private static final String PRODUCTS = """
            [{"name":"Teapot","cents":2490},{"name":"Lamp","cents":3900},{"name":"Blanket","cents":5450}]""";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript",
            "css", "text/css",
            "svg", "image/svg+xml");

    private final Path files;

    private Storefront(Path files) {
        this.files = files;
    }

    /** Listens on {@code PORT}, or 8080, and serves the files of {@code STATIC_FILES}, or {@code /app/static}. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        Storefront storefront = new Storefront(Path.of(System.getenv().getOrDefault("STATIC_FILES", "/app/static")));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/api/products", exchange -> answer(exchange, 200, "application/json", bytes(PRODUCTS)));
        server.createContext("/", storefront::file);
        server.start();
        System.out.println("storefront is listening on port " + port);
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        Path file = files.resolve(name.isEmpty() ? "index.html" : name).normalize();
        if (file.startsWith(files) && Files.isRegularFile(file)) {
            String extension = file.toString().replaceFirst(".*\\.", "");
            answer(exchange, 200, TYPES.getOrDefault(extension, "application/octet-stream"), Files.readAllBytes(file));
        } else {
            answer(exchange, 404, "text/plain", bytes("There is no " + name));
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
