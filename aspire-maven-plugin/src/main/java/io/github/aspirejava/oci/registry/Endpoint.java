package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One registry as one user: its address, and how its requests are authenticated. The first request goes without
 * credentials, as the registry's challenge tells which kind it wants; from then on each request carries them.
 *
 * <p>Registries on this machine and those marked insecure are spoken to in plain HTTP, until {@link #switchToTls} finds
 * that the port wants TLS. TLS is not tried first, because a server of plain HTTP may swallow the hello and let it
 * wait.
 */
final class Endpoint {
    private static final int MAX_REDIRECTS = 5;
    private static final String DOCKER_HUB_SERVER = "registry-1.docker.io";

    private final RegistryAccess access;
    private final Transport transport;
    private final Clock clock;
    private volatile URI base;
    private volatile Authentication authentication = Authentication.ANONYMOUS;

    Endpoint(RegistryAccess access, Transport transport, Clock clock) {
        this.access = access;
        this.transport = transport;
        this.clock = clock;
        boolean plain = access.insecure() || access.host().isLoopback();
        String server = access.host().equals(RegistryHost.DOCKER_HUB)
                ? DOCKER_HUB_SERVER
                : access.host().toString();
        this.base = URI.create((plain ? "http://" : "https://") + server);
    }

    RegistryHost host() {
        return access.host();
    }

    /** The address of {@code path}, which starts with a slash. */
    URI uri(String path) {
        return base.resolve(path);
    }

    boolean isPlain() {
        return base.getScheme().equals("http");
    }

    /** From now on, TLS. */
    void switchToTls() {
        base = URI.create("https://" + base.getAuthority());
    }

    /** Sends the call, with credentials if the registry wants some; a redirect of a read is followed. */
    Response send(Call call) throws IOException {
        Authentication used = authentication;
        Optional<String> authorization = used.authorization(call.scopes());
        Response response = exchange(call, authorization);
        // Only the registry itself may ask for its credentials, not whoever it redirects to.
        if (response.status() != 401 || !isOwn(response.uri())) {
            return response;
        }
        Optional<Authentication> next = challenged(response, used, call, authorization);
        if (next.isEmpty()) {
            return response;
        }
        response.close();
        return exchange(call, next.get().authorization(call.scopes()));
    }

    /** What to throw about an answer that is not the one hoped for. */
    RegistryException refusal(Call call, Response response) throws IOException {
        return Refusals.of(response, access, call.attempted());
    }

    /** What to throw about an answer of the right kind that makes no sense. */
    RegistryException unusable(Call call, Response response, String why) {
        return RegistryException.refused(response.status(), access.host(), call.attempted(), List.of(), why);
    }

    /** The address in the answer's {@code Location}, which may be relative; a step down from TLS is refused. */
    URI location(Call call, Response response, String location) throws IOException {
        URI target;
        try {
            target = response.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw unusable(call, response, "It names an address that is none");
        }
        boolean plain = isPlain() && "http".equals(target.getScheme());
        if (target.getHost() == null || !(plain || "https".equals(target.getScheme()))) {
            throw unusable(call, response, "It points to an address without TLS");
        }
        return target;
    }

    private synchronized Optional<Authentication> challenged(
            Response response, Authentication used, Call call, Optional<String> authorization) throws IOException {
        if (authentication != used) {
            return Optional.of(authentication);
        }
        if (used.renew(call.scopes(), authorization)) {
            return Optional.of(used);
        }
        if (used != Authentication.ANONYMOUS) {
            return Optional.empty();
        }
        Optional<Authentication> wanted = wanted(call, response);
        wanted.ifPresent(chosen -> authentication = chosen);
        return wanted;
    }

    private Optional<Authentication> wanted(Call call, Response response) throws IOException {
        List<Challenge> challenges = Challenge.parse(response.headers("WWW-Authenticate"));
        for (Challenge challenge : challenges) {
            Optional<String> realm = challenge.parameter("realm");
            if (challenge.scheme().equals("bearer") && realm.isPresent()) {
                URI server = location(call, response, realm.get());
                return Optional.of(new BearerTokens(access, transport, clock, server, challenge.parameter("service")));
            }
        }
        boolean basic = challenges.stream().anyMatch(c -> c.scheme().equals("basic"));
        return basic ? access.credentials().map(Authentication::basic) : Optional.empty();
    }

    private Response exchange(Call call, Optional<String> authorization) throws IOException {
        URI uri = call.uri();
        for (int redirects = 0; ; redirects++) {
            Response response = transport.send(call, uri, isOwn(uri) ? authorization : Optional.empty(), access.host());
            Optional<String> redirect = call.isRead() ? response.redirect() : Optional.empty();
            if (redirect.isEmpty()) {
                return response;
            }
            try (response) {
                if (redirects == MAX_REDIRECTS) {
                    throw unusable(call, response, "It redirects in a circle");
                }
                uri = location(call, response, redirect.get());
            }
        }
    }

    private boolean isOwn(URI uri) {
        return origin(uri).equals(origin(base));
    }

    private static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return "%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), port).toLowerCase(Locale.ROOT);
    }
}
