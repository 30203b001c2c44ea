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
 * All registries of one Maven session: they share one way out and so its connections, and each way of access has one
 * {@link RegistryClient} and so its tokens.
 */
public final class Registries {
    private final ConcurrentMap<RegistryAccess, RegistryClient> clients = new ConcurrentHashMap<>();
    private final Transport transport;
    private final Retries retries;

    /** Registries reached by the default settings. */
    public Registries() {
        this(HttpSettings.DEFAULT);
    }

    /** Registries reached by these settings. */
    public Registries(HttpSettings settings) {
        // Not the default generator: it is a service, which is not found from within Maven, and not safe for threads.
        this(settings, RetryPolicy.DEFAULT, Timekeeper.SYSTEM, new Random());
    }

    /** Registries with another patience, time and chance, for tests. */
    public Registries(HttpSettings settings, RetryPolicy patience, Timekeeper time, RandomGenerator random) {
        this.transport = new Transport(settings, time);
        this.retries = new Retries(patience, transport, random);
    }

    /** The client of {@code access}, always the same one. */
    public RegistryClient client(RegistryAccess access) {
        return clients.computeIfAbsent(access, a -> new RegistryClient(endpoint(a)));
    }

    /** The client that asks {@code host} without credentials. */
    public RegistryClient client(RegistryHost host) {
        return client(RegistryAccess.anonymous(host));
    }

    /**
     * Sends a request to a server that has to do with a registry, once, on the way that all requests take.
     *
     * @param atMost how many bytes of the answer's body are wanted
     * @throws NoAnswerException if no whole answer comes
     */
    public Answer send(HttpCall call, int atMost) throws IOException {
        return transport.send(call, atMost);
    }

    /**
     * Calls everything off, for good: what is under way is broken off, nobody waits any more, and no request is sent.
     */
    public void callOff() {
        transport.callOff();
    }

    Connection endpoint(RegistryAccess access) {
        return new Connection(access, transport, retries);
    }
}
