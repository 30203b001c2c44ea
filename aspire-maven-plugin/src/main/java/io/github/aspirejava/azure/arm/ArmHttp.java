package io.github.aspirejava.azure.arm;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.ProxyChoice;
import io.github.aspirejava.oci.http.TrustedAuthorities;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The HTTP client for all requests to Azure: the JDK's, with the session's proxies. */
public final class ArmHttp {
    /**
     * The JDK's setting for tunnels. Only Basic proxy authentication is supported, which the JDK disables for tunnels
     * by default.
     */
    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private ArmHttp() {}

    /**
     * Creates a client.
     *
     * @param caFile certificates of authorities that are trusted in addition to Java's
     * @throws IOException if they cannot be read
     */
    public static HttpClient client(HttpSettings settings, Optional<Path> caFile) throws IOException {
        if (System.getProperty(TUNNELS) == null) {
            System.setProperty(TUNNELS, "");
        }
        java.net.http.HttpClient.Builder builder = java.net.http.HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .proxy(new Proxies(settings.proxies()));
        if (caFile.isPresent()) {
            builder.sslContext(TrustedAuthorities.context(caFile.get()));
        }
        HttpClient client = new JdkHttpClientBuilder(builder)
                .connectionTimeout(settings.connectTimeout())
                .responseTimeout(settings.idleTimeout())
                .readTimeout(settings.idleTimeout())
                .writeTimeout(settings.idleTimeout())
                .build();
        return new SessionHttp(client, settings);
    }

    private static final class Proxies extends ProxySelector {
        private final ProxyChoice choice;

        Proxies(ProxyChoice choice) {
            this.choice = choice;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(choice.proxyFor(uri)
                    .map(proxy ->
                            new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                    .orElse(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // There is no alternative proxy to fall back to, and the sender of the request gets the failure anyway.
        }
    }
}
