package io.github.aspirejava.fakes.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Issues tokens by the distribution token authentication: with GET and basic credentials, or with POST and a refresh
 * token by its OAuth 2 variant. An unknown client gets tokens to read.
 */
final class TokenServer {
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger issued = new AtomicInteger();
    private final Clock clock;
    private volatile Duration lifetime = Duration.ofMinutes(5);

    TokenServer(Clock clock) {
        this.clock = clock;
    }

    void lifetime(Duration duration) {
        lifetime = duration;
    }

    void accept(String refreshToken) {
        refreshTokens.add(refreshToken);
    }

    void expireAll() {
        tokens.clear();
    }

    /** Answers a request for a token; {@code basic} is the header of the one user who has an account. */
    Answer answer(Request request, String basic) throws IOException {
        LoggedRequest head = request.head();
        if (head.method().equals("POST")) {
            String form = new String(request.body().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = LoggedRequest.parameters(form, "grant_type").contains("refresh_token")
                    && LoggedRequest.parameters(form, "refresh_token").stream().anyMatch(refreshTokens::contains);
            Stream<String> scopes =
                    LoggedRequest.parameters(form, "scope").stream().flatMap(scope -> Stream.of(scope.split(" ", -1)));
            return known ? issue(scopes.toList(), "access_token") : refusal();
        }
        Optional<String> given = head.authorization();
        List<String> scopes = head.parameters("scope");
        if (given.isEmpty()) {
            return issue(
                    scopes.stream().map(scope -> scope.replace(",push", "")).toList(), "token");
        }
        return given.get().equals(basic) ? issue(scopes, "token") : refusal();
    }

    /**
     * Returns whether the token in this header allows {@code action}, or is valid at all if {@code repository} is
     * empty.
     */
    boolean allows(String authorization, Optional<String> repository, String action) {
        Token token = tokens.get(authorization.replaceFirst("^Bearer ", ""));
        if (token == null || !clock.instant().isBefore(token.expires())) {
            return false;
        }
        return repository.isEmpty()
                || token.scopes().stream()
                        .anyMatch(scope -> scope.startsWith("repository:%s:".formatted(repository.get()))
                                && List.of(scope.substring(scope.lastIndexOf(':') + 1)
                                                .split(",", -1))
                                        .contains(action));
    }

    private Answer issue(List<String> scopes, String field) {
        String token = "token-secret-" + issued.incrementAndGet();
        Duration life = lifetime;
        tokens.put(token, new Token(scopes, clock.instant().plus(life)));
        return Answer.of(200).json("{\"%s\":\"%s\",\"expires_in\":%d}".formatted(field, token, life.toSeconds()));
    }

    private static Answer refusal() {
        return Answer.error(401, "UNAUTHORIZED", "incorrect username or password");
    }

    private record Token(List<String> scopes, Instant expires) {}
}
