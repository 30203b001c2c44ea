package io.github.aspirejava.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.aspirejava.fakes.registry.KeyStoreFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Issues tokens for a {@link RealRegistry}, by the <a
 * href="https://distribution.github.io/distribution/spec/auth/token/">token authentication</a> of distribution (GET)
 * and by <a href="https://distribution.github.io/distribution/spec/auth/oauth/">its OAuth 2 form</a> (POST). A client
 * without credentials may pull.
 */
final class TokenServer implements AutoCloseable {
    static final String SERVICE = "it-registry";
    static final String ISSUER = "it-tokens";

    /** The identity token that stands for {@link RealRegistry#USERNAME} and the password. */
    static final String IDENTITY_TOKEN = "Vx4-refreshing-as-rain";

    private static final String KEY = "tokens";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final List<TokenRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final Path directory = Workspace.newDirectory("tokens");
    private final KeyStoreFile keys = KeyStoreFile.newIn(directory).generate(KEY, "-keyalg", "RSA", "-keysize", "2048");
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Duration lifetime;
    private final HttpServer server;

    private TokenServer(Duration lifetime) {
        this.lifetime = lifetime;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/token", this::answer);
        server.start();
    }

    /** Starts a server whose tokens are valid for {@code lifetime}; a registry grants them another minute. */
    static TokenServer start(Duration lifetime) {
        return new TokenServer(lifetime);
    }

    /** Returns the URL for token requests. */
    String realm() {
        return "http://127.0.0.1:%d/token".formatted(server.getAddress().getPort());
    }

    /** Returns the certificate, in PEM, of the key that signs the tokens. */
    Path certificate() {
        return KeyStoreFile.writeCertificates(keys.chain(KEY), directory.resolve("tokens.pem"));
    }

    /** Returns the requests so far, in order. */
    List<TokenRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns the tokens that have been issued so far. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    void forgetRequests() {
        requests.clear();
    }

    /** Issues a token for these scopes. */
    String issue(List<String> scopes) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", RealRegistry.USERNAME);
        claims.put("aud", SERVICE);
        claims.put("exp", now.plus(lifetime).getEpochSecond());
        claims.put("nbf", now.minus(CLOCK_SKEW).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("access", scopes.stream().map(TokenServer::access).toList());
        try {
            String certificate =
                    Base64.getEncoder().encodeToString(keys.chain(KEY).get(0).getEncoded());
            String header = encode(Map.of("typ", "JWT", "alg", "RS256", "x5c", List.of(certificate)));
            String content = header + '.' + encode(claims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.key(KEY));
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + '.' + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, Object> json) {
        return BASE64_URL.encodeToString(bytes(json));
    }

    private static byte[] bytes(Map<String, Object> json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the access of a scope {@code TYPE:NAME:ACTION,…}, whose name may contain colons. */
    private static Map<String, Object> access(String scope) {
        int first = scope.indexOf(':');
        int last = scope.lastIndexOf(':');
        return Map.of(
                "type", scope.substring(0, first),
                "name", scope.substring(first + 1, last),
                "actions", List.of(scope.substring(last + 1).split(",", -1)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean oauth = exchange.getRequestMethod().equals("POST");
            Map<String, List<String>> fields = fields(
                    oauth
                            ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                            : Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                                    .orElse(""));
            List<String> scopes = fields.getOrDefault("scope", List.of()).stream()
                    .flatMap(scope -> Stream.of(scope.split(" ", -1)))
                    .filter(scope -> !scope.isEmpty())
                    .toList();
            String authorization = Optional.ofNullable(
                            exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse("");
            String proof = oauth ? first(fields, "grant_type") : authorization.isEmpty() ? "nothing" : "basic";
            boolean welcome = SERVICE.equals(first(fields, "service"))
                    && switch (proof) {
                        case "basic" -> authorization.equals(RealRegistry.BASIC);
                        case "password" ->
                            first(fields, "username").equals(RealRegistry.USERNAME)
                                    && first(fields, "password").equals(RealRegistry.PASSWORD);
                        case "refresh_token" -> first(fields, "refresh_token").equals(IDENTITY_TOKEN);
                        case "nothing" -> true;
                        default -> false;
                    };
            int status = welcome ? 200 : 401;
            requests.add(new TokenRequest(exchange.getRequestMethod(), proof, scopes, status));
            List<String> granted = proof.equals("nothing")
                    ? scopes.stream().map(TokenServer::pullOnly).toList()
                    : scopes;
            byte[] body = bytes(welcome ? token(oauth, granted) : refusal());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String pullOnly(String scope) {
        return scope.substring(0, scope.lastIndexOf(':')) + ":pull";
    }

    private Map<String, Object> token(boolean oauth, List<String> scopes) {
        String token = issue(scopes);
        tokens.add(token);
        return Map.of(
                oauth ? "access_token" : "token",
                token,
                "expires_in",
                lifetime.toSeconds(),
                "issued_at",
                Instant.now().toString());
    }

    private static Map<String, Object> refusal() {
        return Map.of("errors", List.of(Map.of("code", "UNAUTHORIZED", "message", "who are you?")));
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0);
    }

    private static Map<String, List<String>> fields(String encoded) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String field : encoded.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.computeIfAbsent(parts[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
