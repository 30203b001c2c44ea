package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.registry.TokenServer.Token;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** Tokens of one registry: one for each set of scopes, asked for once however many requests wait for it. */
final class BearerTokens implements Authentication {
    private final ConcurrentMap<List<String>, CompletableFuture<Token>> tokens = new ConcurrentHashMap<>();
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
            if (server.isFresh(token)) {
                return token;
            }
            tokens.remove(scopes, theirs);
        }
    }

    private Token request(List<String> scopes, CompletableFuture<Token> waiting) throws IOException {
        try {
            Token token = retries.run(number -> server.request(scopes));
            waiting.complete(token);
            return token;
        } catch (IOException | RuntimeException e) {
            tokens.remove(scopes, waiting);
            waiting.completeExceptionally(e);
            throw e;
        }
    }

    private Token await(CompletableFuture<Token> theirs) throws IOException {
        try {
            return theirs.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while about to get a token for "
                    + server.access().host());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }
}
