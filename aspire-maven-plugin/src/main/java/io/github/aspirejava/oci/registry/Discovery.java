package io.github.aspirejava.oci.registry;

import io.github.aspirejava.concurrent.Once;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first request to a registry, which discovers whether it is one, whether it requires TLS, and its authentication
 * scheme. It is sent alone: other requests wait for its answer, so that none is refused for lack of authentication.
 *
 * <p>Registries on this machine and those marked insecure are accessed over plain HTTP, until one answers that its port
 * requires TLS, or closes the connection. TLS is not tried first, because a server of plain HTTP may swallow the
 * handshake and never answer.
 */
final class Discovery {
    /** The limit of a body, enough for the description of an error. */
    static final int SMALL_ANSWER_BYTES = 64 * 1024;

    private static final int UPGRADE_REQUIRED = 426;
    private static final Pattern WANTS_TLS = Pattern.compile("\\b(?:HTTPS|TLS|SSL)\\b", Pattern.CASE_INSENSITIVE);
    private static final String DOCKER_HUB_SERVER = "registry-1.docker.io";

    private final RegistryAccess access;
    private final Transport transport;
    private final Retries retries;
    private final Authenticator authenticator;
    private final Once<Outcome> outcome = new Once<>();

    Discovery(RegistryAccess access, Transport transport, Retries retries, Authenticator authenticator) {
        this.access = access;
        this.transport = transport;
        this.retries = retries;
        this.authenticator = authenticator;
    }

    /**
     * The registry as the first request discovered it.
     *
     * @param exchanges the exchanges with its address
     * @param answer the answer to the first request
     */
    record Outcome(Exchanges exchanges, Answer answer) {}

    /** Sends the request, or waits for the thread that sends it. */
    Outcome get() throws IOException {
        return outcome.get(() -> retries.run(number -> discover()));
    }

    private Outcome discover() throws IOException {
        Outcome found = mayBePlain(access) ? discoverPlain() : ask(firstAddress(access));
        if (found.answer().status() == 401) {
            authenticator.heed(found.exchanges(), ping(found.exchanges()), found.answer());
        }
        return found;
    }

    /** Asks over plain HTTP, and over TLS if the answer, or the end of the connection without any, suggests it. */
    private Outcome discoverPlain() throws IOException {
        Outcome found;
        try {
            found = ask(firstAddress(access));
        } catch (RegistryException e) {
            if (!e.isCutOff()) {
                throw e;
            }
            return overTls(e);
        }
        if (found.answer().status() / 100 == 4 && wantsTls(found.answer())) {
            return ask(address(access.host(), "https"));
        }
        return found;
    }

    private Outcome overTls(RegistryException plain) throws IOException {
        try {
            return ask(address(access.host(), "https"));
        } catch (RegistryException e) {
            // A certificate that is not trusted is the reason; a server that breaks off here, too, has none.
            throw e.isTransient() ? plain : e;
        }
    }

    /** Returns the address of the first request. */
    static URI firstAddress(RegistryAccess access) {
        return address(access.host(), mayBePlain(access) ? "http" : "https");
    }

    private static boolean mayBePlain(RegistryAccess access) {
        return (access.insecure() || access.host().isLoopback())
                && !access.tls().areGiven();
    }

    private static URI address(RegistryHost host, String scheme) {
        String server = host.equals(RegistryHost.DOCKER_HUB) ? DOCKER_HUB_SERVER : host.toString();
        return URI.create("%s://%s/v2/".formatted(scheme, server));
    }

    private Outcome ask(URI address) throws IOException {
        Exchanges exchanges = new Exchanges(access, address);
        Call call = ping(exchanges);
        Answer answer = exchanges.exchange(
                call, Optional.empty(), request -> transport.send(request, SMALL_ANSWER_BYTES), sent -> sent);
        if (RegistryException.isTransient(answer.status())) {
            throw Refusals.of(answer, access, call.attempted(), transport.time().now());
        }
        return new Outcome(exchanges.movedTo(answer.uri()), answer);
    }

    private Call ping(Exchanges exchanges) {
        return new Call("reach " + access.host(), "GET", exchanges.resolve("/v2/"), List.of());
    }

    /** Recognises the answer of servers to plain HTTP on a TLS port, such as those of Go, nginx and Tomcat. */
    private static boolean wantsTls(Answer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.status() == UPGRADE_REQUIRED || WANTS_TLS.matcher(text).find();
    }
}
