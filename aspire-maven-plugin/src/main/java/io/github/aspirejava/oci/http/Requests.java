package io.github.aspirejava.oci.http;

import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Converts calls to requests of the HTTP client. */
final class Requests {
    private static final Set<String> BODYLESS = Set.of("GET", "HEAD", "DELETE");
    private static final String USER_AGENT = userAgent();

    private Requests() {}

    static Request of(HttpCall call, OneShotBody body, ProxyRoutes proxies) throws NoAnswerException {
        Request.Builder request = new Request.Builder()
                .url(url(call))
                .method(call.method(), BODYLESS.contains(call.method()) ? null : body)
                .header("User-Agent", USER_AGENT)
                // A blob that was compressed for the transfer, and decompressed by the client, does not match its
                // digest.
                .header("Accept-Encoding", "identity");
        call.headers().forEach(request::header);
        if (!call.isTls()) {
            proxies.authorization(call.uri())
                    .ifPresent(authorization -> request.header(ProxyRoutes.AUTHORIZATION, authorization));
        }
        return request.build();
    }

    /** Parses an address. A server may return any, such as one with an impossible port. */
    private static HttpUrl url(HttpCall call) throws NoAnswerException {
        try {
            return HttpUrl.get(call.uri().toString());
        } catch (IllegalArgumentException e) {
            throw new NoAnswerException(
                    NoAnswerException.Phase.REFUSED,
                    "%s is no address of a server".formatted(call.server()),
                    "Check the endpoint, and who answers there",
                    new IOException(e));
        }
    }

    private static String userAgent() {
        String version = Requests.class.getPackage().getImplementationVersion();
        return version == null ? "aspire-maven-plugin" : "aspire-maven-plugin/" + version;
    }
}
