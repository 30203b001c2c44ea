package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Authenticates the requests to one registry by the scheme of its challenge; before any challenge, requests are
 * anonymous. Safe for use by several threads.
 */
final class Authenticator {
    private final RegistryAccess access;
    private final Transport transport;
    private final Retries retries;
    private volatile Authentication authentication = Authentication.ANONYMOUS;

    Authenticator(RegistryAccess access, Transport transport, Retries retries) {
        this.access = access;
        this.transport = transport;
        this.retries = retries;
    }

    /** Returns the scheme in use. */
    Authentication current() {
        return authentication;
    }

    /**
     * Handles a challenge.
     *
     * @param used the scheme of the request that was challenged
     * @param authorization the header that was sent
     * @return whether the request is worth sending again
     */
    synchronized boolean challenged(
            Exchanges exchanges, Answer answer, Authentication used, Call call, Optional<String> authorization)
            throws IOException {
        if (authentication != used || used.renew(call.scopes(), authorization)) {
            return true;
        }
        return used == Authentication.ANONYMOUS && heed(exchanges, call, answer);
    }

    /** Switches to the scheme of the challenge, if there are credentials for it. */
    synchronized boolean heed(Exchanges exchanges, Call call, Answer answer) throws IOException {
        Optional<Authentication> wanted = wanted(exchanges, call, answer);
        wanted.ifPresent(chosen -> authentication = chosen);
        return wanted.isPresent();
    }

    private Optional<Authentication> wanted(Exchanges exchanges, Call call, Answer answer) throws IOException {
        List<Challenge> challenges = Challenge.parse(answer.headers("WWW-Authenticate"));
        for (Challenge challenge : challenges) {
            Optional<String> realm = challenge.parameter("realm");
            if (challenge.scheme().equals("bearer") && realm.isPresent()) {
                URI server = exchanges.location(call, answer, realm.get());
                return Optional.of(new BearerTokens(
                        new TokenServer(access, transport, server, challenge.parameter("service")), retries));
            }
        }
        boolean basic = challenges.stream().anyMatch(c -> c.scheme().equals("basic"));
        return basic
                ? access.credentials().filter(c -> !c.isIdentityToken()).map(Authentication::basic)
                : Optional.empty();
    }
}
