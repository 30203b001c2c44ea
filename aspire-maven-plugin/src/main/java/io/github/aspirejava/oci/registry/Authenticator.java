package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Authenticates the requests to one registry by the scheme of its challenge; before any challenge, requests are
 * anonymous. Safe for use by several threads.
 */
final class Authenticator {
    private static final int FORBIDDEN = 403;
    private static final Pattern EXPIRED = Pattern.compile("token[^\"]{0,40} expired", Pattern.CASE_INSENSITIVE);

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
        if (authentication != used) {
            return true;
        }
        if (answer.status() == FORBIDDEN) {
            return refused(answer, used, call, authorization);
        }
        if (Challenge.isInsufficientScope(answer)) {
            return false; // the user is the right one, and another token would not allow more
        }
        Optional<Authentication> wanted = wanted(exchanges, call, answer);
        if (wanted.isPresent() && !wanted.get().scheme().equals(used.scheme())) {
            authentication = wanted.get();
            return true;
        }
        return used.renew(call.scopes(), authorization);
    }

    /**
     * Handles a 403. Some registries that allow anonymous reads answer so, instead of with a challenge, to anonymous
     * writes, and others to a token that has expired.
     */
    private boolean refused(Answer answer, Authentication used, Call call, Optional<String> authorization) {
        Optional<Authentication> shown = used == Authentication.ANONYMOUS ? withoutChallenge() : Optional.empty();
        if (shown.isPresent()) {
            authentication = shown.get();
            return true;
        }
        boolean expired = EXPIRED.matcher(new String(answer.body(), StandardCharsets.UTF_8))
                .find();
        return expired && used.renew(call.scopes(), authorization);
    }

    /** Switches to the scheme of the challenge, if there are credentials for it. */
    synchronized void heed(Exchanges exchanges, Call call, Answer answer) throws IOException {
        wanted(exchanges, call, answer).ifPresent(chosen -> authentication = chosen);
    }

    private Optional<Authentication> wanted(Exchanges exchanges, Call call, Answer answer) throws IOException {
        Optional<Credentials> token = access.credentials().filter(Credentials::isRegistryToken);
        if (token.isPresent()) {
            return token.map(Authentication::token);
        }
        List<Challenge> challenges = Challenge.parse(answer.headers("WWW-Authenticate"));
        for (Challenge challenge : challenges) {
            Optional<String> realm = challenge.parameter("realm");
            if (challenge.scheme().equals("bearer") && realm.isPresent()) {
                URI server = exchanges.location(call, answer, realm.get());
                if (!exchanges.mayBePlain(server)) {
                    throw RegistryException.unusable(
                            answer,
                            access.host(),
                            call.attempted(),
                            "Its token server %s has no TLS, so no credentials are sent there"
                                    .formatted(server.getHost()));
                }
                return Optional.of(new BearerTokens(
                        new TokenServer(access, transport, server, challenge.parameter("service")), retries));
            }
        }
        boolean basic = challenges.isEmpty()
                || challenges.stream().anyMatch(c -> c.scheme().equals("basic"));
        return basic ? withoutChallenge() : Optional.empty();
    }

    private Optional<Authentication> withoutChallenge() {
        return access.credentials()
                .filter(c -> !c.isIdentityToken())
                .map(c -> c.isRegistryToken() ? Authentication.token(c) : Authentication.basic(c));
    }
}
