package io.github.aspirejava.fakes.azure;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;

/** The data plane of one registry: it checks permissions, and stores the images in a real registry. */
final class RegistryServer implements AutoCloseable {
    private final String name;
    private final TlsServer server;
    private final RegistryGate gate;
    private final Backing backing;
    private final CallLog log;
    private final AtomicInteger unanswered = new AtomicInteger(Integer.MAX_VALUE);

    private RegistryServer(
            String name, SSLContext context, URI backing, BiFunction<String, String, RegistryGate> gates, CallLog log) {
        this.name = name;
        this.log = log;
        this.server = TlsServer.start(context, this::answer);
        this.gate = gates.apply(name, server.host());
        this.backing = new Backing(backing, server.base());
    }

    static RegistryServer start(
            String name, SSLContext context, URI backing, BiFunction<String, String, RegistryGate> gates, CallLog log) {
        return new RegistryServer(name, context, backing, gates, log);
    }

    /** Returns host and port: the registry's login server. */
    String host() {
        return server.host();
    }

    /** Creates the registry, which answers after this number of tries. */
    void open(int tries) {
        unanswered.updateAndGet(left -> left == Integer.MAX_VALUE ? tries : left);
    }

    boolean mayPull(String objectId) {
        return gate.may(objectId, "pull");
    }

    String refreshToken(Principal principal) {
        return gate.refreshToken(principal);
    }

    boolean hasManifest(String repository, String selector) {
        return backing.hasManifest(repository, selector);
    }

    @Override
    public void close() {
        server.close();
    }

    private Optional<Reply> answer(Incoming request) {
        Optional<Reply> reply = isThere() ? Optional.of(answerOf(request)) : Optional.empty();
        log.add(new LoggedCall(
                name,
                request.method(),
                request.path(),
                "",
                reply.map(Reply::status).orElse(0),
                Incoming.JSON.nullNode()));
        return reply;
    }

    private boolean isThere() {
        return unanswered.getAndUpdate(left -> left == Integer.MAX_VALUE ? left : Math.max(0, left - 1)) == 0;
    }

    private Reply answerOf(Incoming request) {
        return switch (request.path()) {
            case "/oauth2/exchange" -> gate.exchange(request);
            case "/oauth2/token" -> gate.token(request);
            default -> gate.refusal(request).orElseGet(() -> backing.answer(request));
        };
    }
}
