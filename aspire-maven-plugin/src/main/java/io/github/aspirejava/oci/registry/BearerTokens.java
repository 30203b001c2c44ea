package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.registry.TokenServer.Token;
import io.github.aspirejava.run.Once;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Tokens of one registry: one for each set of scopes, asked for once however many requests wait for it. */
final class BearerTokens implements Authentication {
    private final ConcurrentMap<List<String>, Once<Token>> tokens = new ConcurrentHashMap<>();
    private final TokenServer server;
    private final Retries retries;

    BearerTokens(TokenServer server, Retries retries) {
        this.server = server;
        this.retries = retries;
    }

    @Override
    public Optional<String> authorization(List<String> scopes) throws IOException {
        return Optional.of(token(scopes).authorization());
    }

    @Override
    public boolean renew(List<String> scopes, Optional<String> authorization) {
        Once<Token> token = kept(scopes);
        // Another request may have renewed it already: only the token that was refused is dropped.
        token.value()
                .filter(refused -> authorization.equals(Optional.of(refused.authorization())))
                .ifPresent(token::forget);
        return true;
    }

    private Token token(List<String> scopes) throws IOException {
        Once<Token> kept = kept(scopes);
        Token token = kept.get(() -> request(scopes));
        if (server.isFresh(token)) {
            return token;
        }
        kept.forget(token);
        return kept.get(() -> request(scopes));
    }

    private Once<Token> kept(List<String> scopes) {
        return tokens.computeIfAbsent(scopes, s -> new Once<>());
    }

    private Token request(List<String> scopes) throws IOException {
        return retries.run(number -> server.request(scopes));
    }
}
