package io.github.aspirejava.oci.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP clients of a session, which differ in their trust. They send each request once: retries, redirects and
 * authentication are handled further up, where the purpose of the request is known.
 *
 * <p>They use HTTP/1.1 only: blobs share no connection, so no one of them waits for another's window.
 */
final class HttpClients {
    private static final int KEEP_ALIVE_SECONDS = 60;

    private final HttpSettings settings;
    private final Dispatcher dispatcher;
    private final ConnectionPool connections;
    private final ProxyRoutes proxies;
    private final ClientCertificates certificates = ClientCertificates.ofSystem(System.getenv());
    private final ConcurrentMap<String, Optional<Path>> directories = new ConcurrentHashMap<>();
    private final ConcurrentMap<Identity, OkHttpClient> particular = new ConcurrentHashMap<>();
    private final OkHttpClient plain;
    /** Created lazily: reading the authorities that Java trusts takes a tenth of a second. */
    private @Nullable OkHttpClient tls;

    /** @param sockets the sockets for plain HTTP */
    HttpClients(HttpSettings settings, SocketFactory sockets) {
        this.settings = settings;
        this.dispatcher = new Dispatcher(Executors.newCachedThreadPool(HttpClients::daemon));
        this.dispatcher.setMaxRequestsPerHost(settings.connectionsPerHost());
        this.connections = new ConnectionPool(settings.connectionsPerHost(), KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
        this.proxies = new ProxyRoutes(settings.proxies());
        this.plain = builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .socketFactory(sockets)
                .build();
    }

    /** The files of a connection: those of a call, and the directory {@code certs.d} of its server. */
    private record Identity(TlsFiles files, Optional<Path> directory) {}

    OkHttpClient client(HttpCall call) throws IOException {
        return call.isTls()
                ? client(new Identity(call.tls(), directories.computeIfAbsent(call.server(), certificates::directory)))
                : plain;
    }

    /** Returns the client that trusts these authorities, too; it also sends requests without TLS. */
    OkHttpClient trusting(Optional<Path> caFile) throws IOException {
        return client(new Identity(new TlsFiles(caFile, Optional.empty()), Optional.empty()));
    }

    /** Closes the idle connections, which would keep a thread until they expire. */
    void close() {
        connections.evictAll();
    }

    private OkHttpClient client(Identity identity) throws IOException {
        boolean usual = !identity.files().areGiven() && identity.directory().isEmpty() && !certificates.hasStore();
        return usual ? trustingLikeJava() : particular(identity);
    }

    ProxyRoutes proxies() {
        return proxies;
    }

    /** Aborts all exchanges. */
    void cancelAll() {
        dispatcher.cancelAll();
    }

    private synchronized OkHttpClient trustingLikeJava() {
        if (tls == null) {
            tls = builder().build();
        }
        return tls;
    }

    private OkHttpClient particular(Identity identity) throws IOException {
        OkHttpClient known = particular.get(identity);
        if (known != null) {
            return known;
        }
        List<Path> caFiles = new ArrayList<>(identity.files().caFile().stream().toList());
        if (identity.directory().isPresent()) {
            ClientCertificates.authorities(identity.directory().get()).ifPresent(caFiles::add);
        }
        TrustedAuthorities authorities = TrustedAuthorities.with(caFiles);
        OkHttpClient made = builder()
                .sslSocketFactory(
                        authorities.socketFactory(certificates.keys(identity.files(), identity.directory())),
                        authorities.trustManager())
                .build();
        OkHttpClient earlier = particular.putIfAbsent(identity, made);
        return earlier == null ? made : earlier;
    }

    /** Returns a thread for asynchronous requests that does not keep an idle process alive. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "HTTP");
        thread.setDaemon(true);
        return thread;
    }

    private OkHttpClient.Builder builder() {
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(connections)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.idleTimeout())
                .writeTimeout(settings.idleTimeout())
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .proxySelector(proxies)
                .proxyAuthenticator(proxies)
                .authenticator(Authenticator.NONE);
    }
}
