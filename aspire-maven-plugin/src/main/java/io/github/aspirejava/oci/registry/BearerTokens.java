package io.github.aspirejava.oci.registry;

import io.github.aspirejava.concurrent.Memo;
import io.github.aspirejava.oci.registry.TokenServer.Token;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The bearer tokens of one registry: one for each set of scopes, requested once even if many requests wait for it. */
final class BearerTokens implements Authentication {
    private final Memo<List<String>, Token> tokens = new Memo<>();
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
        // Another request may have renewed the token already: only the token that was refused is dropped.
        tokens.value(scopes)
                .filter(refused -> authorization.equals(Optional.of(refused.authorization())))
                .ifPresent(refused -> tokens.forget(scopes, refused));
        return true;
    }

    @Override
    public String scheme() {
        return server.name();
    }

    private Token token(List<String> scopes) throws IOException {
        Token token = tokens.get(scopes, () -> request(scopes));
        if (server.isFresh(token)) {
            return token;
        }
        tokens.forget(scopes, token);
        return tokens.get(scopes, () -> request(scopes));
    }

    private Token request(List<String> scopes) throws IOException {
        return retries.run(number -> server.request(scopes));
    }
}
