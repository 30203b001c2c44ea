package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens that have been issued, in the form of JWTs. */
final class Tokens {
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * A token.
     *
     * @param audience its audience
     * @param scopes the permissions that it grants there, besides those of its principal
     */
    record Token(Principal principal, String audience, List<String> scopes, Instant expiry) {}

    String issue(Principal principal, String audience, List<String> scopes, Duration lifetime) {
        Instant expiry = clock.instant().plus(lifetime);
        ObjectNode claims = Incoming.JSON.createObjectNode();
        claims.put("aud", audience)
                .put("oid", principal.objectId())
                .put("appid", principal.clientId())
                .put("iat", clock.instant().getEpochSecond())
                .put("exp", expiry.getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        String token = "%s.%s.%s".formatted(encode("{\"alg\":\"none\"}"), encode(claims.toString()), encode("fake"));
        tokens.put(token, new Token(principal, audience, List.copyOf(scopes), expiry));
        return token;
    }

    /** Returns a token that is still valid. */
    Optional<Token> find(String token) {
        return Optional.ofNullable(tokens.get(token))
                .filter(found -> clock.instant().isBefore(found.expiry()));
    }

    /** Returns all tokens that were ever issued. */
    List<String> all() {
        return List.copyOf(tokens.keySet());
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
