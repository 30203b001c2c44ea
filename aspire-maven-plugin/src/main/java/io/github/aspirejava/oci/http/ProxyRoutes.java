package io.github.aspirejava.oci.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Gives the HTTP client the proxies, and the proxies their credentials, without any effect on the rest of the JVM. */
final class ProxyRoutes extends ProxySelector implements Authenticator {
    static final String AUTHORIZATION = "Proxy-Authorization";

    private final ProxyChoice choice;

    ProxyRoutes(ProxyChoice choice) {
        this.choice = choice;
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(choice.proxyFor(uri).map(ProxyRoutes::proxy).orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // There is one route only, so the sender of the request gets the failure.
    }

    /** Returns the request that opens a tunnel through a proxy with authentication. */
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        Optional<String> authorization = authorization(response.request().url().uri());
        boolean refused = response.request().header(AUTHORIZATION) != null;
        return authorization.isEmpty() || refused
                ? null
                : response.request()
                        .newBuilder()
                        .header(AUTHORIZATION, authorization.get())
                        .build();
    }

    /** Returns the credentials for a request that is sent to the proxy itself, and not through a tunnel. */
    Optional<String> authorization(URI uri) {
        return choice.proxyFor(uri)
                .flatMap(HttpProxy::credentials)
                .map(credentials -> credentials.basicAuthorization());
    }

    /**
     * Fails if the answer is a proxy's own authentication challenge to a request without a tunnel; a tunnel fails in
     * the same way before there is an answer.
     */
    void checkAccepted(Response response) throws IOException {
        if (response.code() == HttpURLConnection.HTTP_PROXY_AUTH
                && choice.proxyFor(response.request().url().uri()).isPresent()) {
            throw new ProtocolException("Failed to authenticate with proxy");
        }
    }

    private static Proxy proxy(HttpProxy proxy) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    }
}
