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

/** The HTTP client that everything Azure is spoken to with: the JDK's, with the session's proxies. */
public final class ArmHttp {
    /** Proxies' passwords go by Basic authentication only, which the JDK keeps from tunnels unless it is told. */
    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

    private ArmHttp() {}

    /**
     * A client.
     *
     * @param caFile certificates of authorities that are trusted besides Java's
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
            // There is one way only, so whoever sends the request hears of it.
        }
    }
}
