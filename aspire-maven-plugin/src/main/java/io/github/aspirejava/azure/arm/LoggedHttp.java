package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.aspirejava.oci.http.HttpLog;
import java.net.URL;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Tells of each exchange, without headers, bodies and queries: no secret is in the rest. */
final class LoggedHttp implements HttpClient {
    private final HttpClient client;
    private final HttpLog log;

    LoggedHttp(HttpClient client, HttpLog log) {
        this.client = client;
        this.log = log;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return client.send(request, context)
                    .doOnNext(response -> tell(request, Integer.toString(response.getStatusCode()), start))
                    .doOnError(failure -> tell(request, failure.getClass().getSimpleName(), start));
        });
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        long start = System.nanoTime();
        String outcome = "no answer";
        try {
            HttpResponse response = client.sendSync(request, context);
            outcome = Integer.toString(response.getStatusCode());
            return response;
        } finally {
            tell(request, outcome, start);
        }
    }

    private void tell(HttpRequest request, String outcome, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        log.exchanged(() -> {
            URL url = request.getUrl();
            return "%s %s://%s%s -> %s in %d ms"
                    .formatted(
                            request.getHttpMethod(),
                            url.getProtocol(),
                            url.getAuthority(),
                            url.getPath(),
                            outcome,
                            took.toMillis());
        });
    }
}
