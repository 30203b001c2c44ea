package io.github.aspirejava.oci.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/**
 * Tokens of one registry from the token server that it names, by the <a
 * href="https://distribution.github.io/distribution/spec/auth/token/">distribution token authentication</a>. There is
 * one token for each set of scopes, asked for once however many requests wait for it. Docker Hub wants a token even of
 * those who have no account.
 */
final class BearerTokens implements Authentication {
    /** How long a token is good for if its server does not say, by the specification. */
    private static final Duration DEFAULT_LIFETIME = Duration.ofSeconds(60);

    private static final Duration MARGIN = Duration.ofSeconds(5);
    private static final int MAX_ANSWER_BYTES = 1024 * 1024;

    private final ConcurrentMap<List<String>, CompletableFuture<Token>> tokens = new ConcurrentHashMap<>();
    private final RegistryAccess access;
    private final Transport transport;
    private final Clock clock;
    private final URI realm;
    private final Optional<String> service;

    BearerTokens(RegistryAccess access, Transport transport, Clock clock, URI realm, Optional<String> service) {
        this.access = access;
        this.transport = transport;
        this.clock = clock;
        this.realm = realm;
        this.service = service;
    }

    @Override
    public Optional<String> authorization(List<String> scopes) throws IOException {
        return Optional.of(token(scopes).authorization());
    }

    @Override
    public boolean renew(List<String> scopes, Optional<String> authorization) {
        CompletableFuture<Token> cached = tokens.get(scopes);
        // Another request may have renewed it already: only the token that was refused is dropped.
        if (cached != null
                && cached.isDone()
                && !cached.isCompletedExceptionally()
                && authorization.equals(Optional.of(cached.join().authorization()))) {
            tokens.remove(scopes, cached);
        }
        return true;
    }

    private Token token(List<String> scopes) throws IOException {
        while (true) {
            CompletableFuture<Token> mine = new CompletableFuture<>();
            CompletableFuture<Token> theirs = tokens.putIfAbsent(scopes, mine);
            if (theirs == null) {
                return request(scopes, mine);
            }
            Token token = await(theirs);
            if (clock.instant().isBefore(token.expires())) {
                return token;
            }
            tokens.remove(scopes, theirs);
        }
    }

    private Token request(List<String> scopes, CompletableFuture<Token> waiting) throws IOException {
        try {
            Token token = request(scopes);
            waiting.complete(token);
            return token;
        } catch (IOException | RuntimeException e) {
            tokens.remove(scopes, waiting);
            waiting.completeExceptionally(e);
            throw e;
        }
    }

    private Token request(List<String> scopes) throws IOException {
        Call call = new Call("get a token for " + access.host(), "GET", query(scopes), scopes);
        Optional<String> basic = access.credentials().map(Credentials::basicAuthorization);
        try (Response response = transport.send(call, call.uri(), basic, access.host())) {
            if (response.status() != 200) {
                throw Refusals.of(response, access, call.attempted());
            }
            JsonNode answer = Json.parse(response.read(MAX_ANSWER_BYTES));
            String value =
                    answer.path("token").asText(answer.path("access_token").asText(""));
            if (value.isEmpty()) {
                throw RegistryException.refused(
                        200, access.host(), call.attempted(), List.of(), "Its answer holds no token");
            }
            long seconds = answer.path("expires_in").asLong(DEFAULT_LIFETIME.toSeconds());
            return new Token(
                    new Secret(value), clock.instant().plusSeconds(seconds).minus(MARGIN));
        }
    }

    private URI query(List<String> scopes) {
        StringBuilder query = new StringBuilder(realm.getRawQuery() == null ? "?" : "&");
        service.ifPresent(name -> query.append("service=").append(encode(name)));
        for (String scope : scopes) {
            query.append(query.length() > 1 ? "&" : "").append("scope=").append(encode(scope));
        }
        return URI.create(query.length() > 1 ? realm.toString() + query : realm.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Token await(CompletableFuture<Token> theirs) throws IOException {
        try {
            return theirs.get();
        } catch (InterruptedException e) {
            throw Transport.interrupted("get a token for " + access.host());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private record Token(Secret value, Instant expires) {
        String authorization() {
            return "Bearer " + value.reveal();
        }
    }
}
