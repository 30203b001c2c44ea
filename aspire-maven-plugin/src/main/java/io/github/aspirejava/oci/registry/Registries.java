package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.HttpCall;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.oci.http.Timekeeper;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/**
 * All registries of one Maven session: they share one transport and so its connections, and each access has one
 * {@link RegistryClient} and so its tokens.
 */
public final class Registries {
    private final ConcurrentMap<RegistryAccess, RegistryClient> clients = new ConcurrentHashMap<>();
    private final Transport transport;
    private final Retries retries;

    /** Creates registries with the default settings. */
    public Registries() {
        this(HttpSettings.DEFAULT);
    }

    /** Creates registries with these settings. */
    public Registries(HttpSettings settings) {
        // Not the default generator: it is a service, which cannot be loaded inside Maven, and not thread-safe.
        this(settings, RetryPolicy.DEFAULT, Timekeeper.SYSTEM, new Random());
    }

    /** Creates registries with another retry policy, time and randomness, for tests. */
    public Registries(HttpSettings settings, RetryPolicy patience, Timekeeper time, RandomGenerator random) {
        this.transport = new Transport(settings, time);
        this.retries = new Retries(patience, transport, random);
    }

    /** Returns the client of {@code access}, always the same one. */
    public RegistryClient client(RegistryAccess access) {
        return clients.computeIfAbsent(access, a -> new RegistryClient(endpoint(a)));
    }

    /** Returns the client that accesses {@code host} without credentials. */
    public RegistryClient client(RegistryHost host) {
        return client(RegistryAccess.anonymous(host));
    }

    /**
     * Sends a request to a server that is related to a registry, once, through the transport of all requests.
     *
     * @param atMost the maximum number of bytes of the answer's body
     * @throws NoAnswerException if no complete answer arrives
     */
    public Answer send(HttpCall call, int atMost) throws IOException {
        return transport.send(call, atMost);
    }

    /** Returns the transport of all requests. */
    public Transport transport() {
        return transport;
    }

    /**
     * Cancels all requests permanently: active exchanges are aborted, all waits end, and no request is sent any more.
     */
    public void callOff() {
        transport.callOff();
    }

    Connection endpoint(RegistryAccess access) {
        return new Connection(access, transport, retries);
    }
}
