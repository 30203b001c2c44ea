package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.HttpSettings;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * All registries of one Maven session: they share one HTTP client and so its connections, and each way of access has
 * one {@link RegistryClient} and so its tokens.
 */
public final class Registries {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);

    private final ConcurrentMap<RegistryAccess, RegistryClient> clients = new ConcurrentHashMap<>();
    private final Transport transport;
    private final Clock clock;

    /** Registries reached with 10 s to connect and 60 s for the answer to a request with a small body or none. */
    public Registries() {
        this(CONNECT_TIMEOUT, RESPONSE_TIMEOUT, Clock.systemUTC());
    }

    /** Registries reached by these settings. */
    public Registries(HttpSettings settings) {
        this(settings.connectTimeout(), settings.idleTimeout(), Clock.systemUTC());
    }

    Registries(Duration connectTimeout, Duration responseTimeout, Clock clock) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.transport = new Transport(http, responseTimeout);
        this.clock = clock;
    }

    /** The client of {@code access}, always the same one. */
    public RegistryClient client(RegistryAccess access) {
        return clients.computeIfAbsent(access, a -> new RegistryClient(endpoint(a)));
    }

    Endpoint endpoint(RegistryAccess access) {
        return new Endpoint(access, transport, clock);
    }

    /** The client that asks {@code host} without credentials. */
    public RegistryClient client(RegistryHost host) {
        return client(RegistryAccess.anonymous(host));
    }
}
