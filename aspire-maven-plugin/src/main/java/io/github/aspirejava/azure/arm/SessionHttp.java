package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.aspirejava.oci.http.HttpLog;
import io.github.aspirejava.oci.http.HttpProxy;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.ProxyChoice;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Authenticates to proxies, and logs each exchange to the session: without headers, bodies and queries, since the rest
 * contains no secret. The passwords for proxies are not given to the JDK's client by an authenticator: with one it
 * omits the header Authorization of every request.
 */
final class SessionHttp implements HttpClient {
    private final HttpClient client;
    private final ProxyChoice proxies;
    private final HttpLog log;

    SessionHttp(HttpClient client, HttpSettings settings) {
        this.client = client;
        this.proxies = settings.proxies();
        this.log = settings.log();
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return send(request, Context.NONE);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            return client.send(introduced(request), context)
                    .doOnNext(response -> tell(request, Integer.toString(response.getStatusCode()), start))
                    .doOnError(failure -> tell(request, failure.getClass().getSimpleName(), start));
        });
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        long start = System.nanoTime();
        String outcome = "no answer";
        try {
            HttpResponse response = client.sendSync(introduced(request), context);
            outcome = Integer.toString(response.getStatusCode());
            return response;
        } finally {
            tell(request, outcome, start);
        }
    }

    private HttpRequest introduced(HttpRequest request) {
        proxies.proxyFor(URI.create(request.getUrl().toString()))
                .flatMap(HttpProxy::credentials)
                .ifPresent(login -> request.setHeader(HttpHeaderName.PROXY_AUTHORIZATION, login.basicAuthorization()));
        return request;
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
