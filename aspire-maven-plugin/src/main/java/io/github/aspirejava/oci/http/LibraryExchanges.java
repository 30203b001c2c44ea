package io.github.aspirejava.oci.http;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.net.URI;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Gives the requests that a library sends by the session's HTTP client what the {@link Transport} gives its own:
 * credentials for proxies without a tunnel, a line of log, an end by cancellation, and failures with an explanation.
 */
final class LibraryExchanges implements Interceptor {
    private final ProxyRoutes proxies;
    private final Failures failures;
    private final HttpLog log;
    private final Cancellation cancellation;

    LibraryExchanges(ProxyRoutes proxies, Failures failures, HttpLog log, Cancellation cancellation) {
        this.proxies = proxies;
        this.failures = failures;
        this.log = log;
        this.cancellation = cancellation;
    }

    /** @throws NoAnswerException if there is no answer, unless the request has been cancelled */
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        URI uri = request.url().uri();
        long start = System.nanoTime();
        cancellation.interruptIfCancelled();
        try {
            Response response = chain.proceed(request.isHttps() ? request : introduced(request, uri));
            checkAccepted(response);
            tell(request, uri, Integer.toString(response.code()), start);
            return response;
        } catch (IOException e) {
            tell(request, uri, String.valueOf(e.getMessage()), start);
            cancellation.interruptIfCancelled();
            throw chain.call().isCanceled() ? e : failures.explain(uri, e);
        }
    }

    private Request introduced(Request request, URI uri) {
        Request.Builder introduced = request.newBuilder();
        proxies.authorization(uri).ifPresent(login -> introduced.header(ProxyRoutes.AUTHORIZATION, login));
        return introduced.build();
    }

    private void checkAccepted(Response response) throws IOException {
        try {
            proxies.checkAccepted(response);
        } catch (IOException e) {
            response.close();
            throw e;
        }
    }

    /** Logs without headers, bodies and queries: the rest contains no secret. */
    private void tell(Request request, URI uri, String outcome, long start) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        log.exchanged(() -> "%s %s://%s%s: %s after %d ms"
                .formatted(
                        request.method(), uri.getScheme(), WebOrigin.server(uri), uri.getRawPath(), outcome, millis));
    }
}
