package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import reactor.core.publisher.Mono;

/**
 * Receives each reply in a thread of the HTTP client. The caller's thread only waits for it, so an interruption of the
 * caller aborts the exchange: a thread that receives would not notice. While a worker of a pool waits, another thread
 * takes over.
 */
final class InterruptibleHttp implements HttpClient {
    /** The SDK's name for the setting that a reply is received with its body. */
    private static final String COMPLETE = "azure-eagerly-read-response";

    private final HttpClient client;

    InterruptibleHttp(HttpClient client) {
        this.client = client;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return client.send(request, context.addData(COMPLETE, true));
    }

    /**
     * Sends a request and waits for the reply.
     *
     * @throws UncheckedIOException if there is none, or the thread is interrupted; its interrupt status is set then,
     *     which also ends the retries of the SDK
     */
    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        CompletableFuture<HttpResponse> reply = send(request, context).toFuture();
        try {
            return reply.get();
        } catch (InterruptedException e) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while waiting for a reply"));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new UncheckedIOException(
                    e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause()));
        }
    }
}
