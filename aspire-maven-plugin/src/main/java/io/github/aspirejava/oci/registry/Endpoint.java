package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.BodyException;
import io.github.aspirejava.oci.http.Download;
import io.github.aspirejava.oci.http.HttpCall;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One registry as one user: its address, and how its requests are authenticated and redirected. Before the first
 * request goes an {@link Introduction}, alone, which finds out both.
 */
final class Endpoint {
    /** Enough for what a registry says of an error. */
    private static final int SMALL_ANSWER_BYTES = 64 * 1024;

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** The redirects that keep method and body, by RFC 9110. */
    private static final Set<Integer> REDIRECTS_OF_WRITES = Set.of(307, 308);

    private static final String DOCKER_HUB_SERVER = "registry-1.docker.io";

    private final RegistryAccess access;
    private final Transport transport;
    private final Retries retries;
    private final Introduction introduction;
    private volatile URI base;
    private volatile Authentication authentication = Authentication.ANONYMOUS;

    Endpoint(RegistryAccess access, Transport transport, Retries retries) {
        this.access = access;
        this.transport = transport;
        this.retries = retries;
        this.introduction = new Introduction(this);
        boolean plain = (access.insecure() || access.host().isLoopback())
                && access.caFile().isEmpty();
        String server = access.host().equals(RegistryHost.DOCKER_HUB)
                ? DOCKER_HUB_SERVER
                : access.host().toString();
        this.base = URI.create((plain ? "http://" : "https://") + server);
    }

    RegistryHost host() {
        return access.host();
    }

    RegistryAccess access() {
        return access;
    }

    Retries retries() {
        return retries;
    }

    /** The address of {@code path}, which starts with a slash; found out by the first request, if it has to be. */
    URI uri(String path) throws IOException {
        introduce();
        return base.resolve(path);
    }

    /** Where the first request goes. */
    URI ping() {
        return base.resolve("/v2/");
    }

    boolean isPlain() {
        return base.getScheme().equals("http");
    }

    /** From now on, TLS. */
    void switchToTls() {
        base = URI.create("https://" + base.getAuthority());
    }

    /** What the first request was answered, which is made now unless it has been. */
    Answer introduce() throws IOException {
        return introduction.await();
    }

    /** Sends the call, again and again if that may help; returns an answer that another try does not change. */
    Answer send(Call call) throws IOException {
        return send(call, SMALL_ANSWER_BYTES);
    }

    /** Sends the call for an answer with at most so many bytes of body. */
    Answer send(Call call, int atMost) throws IOException {
        return retries.run(number -> sendOnce(call, atMost));
    }

    /** Sends the call for one time; an answer that another try may change is thrown. */
    Answer sendOnce(Call call) throws IOException {
        return sendOnce(call, SMALL_ANSWER_BYTES);
    }

    /** Sends the call for an answer that is read by whoever asks. */
    Download open(Call call) throws IOException {
        return retries.run(number -> {
            Download download = authenticated(call, transport::open, Download::head);
            if (RegistryException.isTransient(download.head().status())) {
                download.close();
                throw refusal(call, download.head());
            }
            return download;
        });
    }

    /** Sends the call as nobody in particular, to the registry itself. */
    Answer sendAnonymously(Call call) throws IOException {
        return checked(call, exchange(call, Optional.empty(), this::sendSmall, answer -> answer));
    }

    /** What to throw about an answer that is not the one hoped for. */
    RegistryException refusal(Call call, Answer answer) {
        return Refusals.of(answer, access, call.attempted(), transport.time().now());
    }

    /** The same with other advice. */
    RegistryException refusal(Call call, Answer answer, String advice) {
        return Refusals.of(
                answer, access, call.attempted(), advice, transport.time().now());
    }

    /** What to throw so that the retries take up where the answer says. */
    RegistryException tryAgain(Call call, Answer answer) {
        return refusal(call, answer).worthAnotherTry();
    }

    /** What to throw when an answer breaks off in the middle. */
    RegistryException broken(Call call, IOException e) {
        return RegistryException.broken(access.host(), call.uri(), call.attempted(), e);
    }

    /** What to throw about an answer of the right kind that makes no sense. */
    RegistryException unusable(Call call, Answer answer, String why) {
        return RegistryException.refused(answer, access.host(), call.attempted(), List.of(), why, Optional.empty());
    }

    /** The address in the answer's {@code Location}, which may be relative; a step down from TLS is refused. */
    URI location(Call call, Answer answer, String location) throws IOException {
        URI target;
        try {
            target = answer.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw unusable(call, answer, "It names an address that is none");
        }
        boolean plain = isPlain() && "http".equals(target.getScheme());
        if (target.getHost() == null || !(plain || "https".equals(target.getScheme()))) {
            throw unusable(call, answer, "It points to an address without TLS");
        }
        return target;
    }

    /** From now on, what the registry's challenge asks for, if it can be had. */
    synchronized boolean heed(Call call, Answer answer) throws IOException {
        Optional<Authentication> wanted = wanted(call, answer);
        wanted.ifPresent(chosen -> authentication = chosen);
        return wanted.isPresent();
    }

    private Answer sendOnce(Call call, int atMost) throws IOException {
        Sender<Answer> sender = request -> transport.send(request, atMost);
        return checked(call, authenticated(call, sender, answer -> answer));
    }

    private Answer sendSmall(HttpCall call) throws IOException {
        return transport.send(call, SMALL_ANSWER_BYTES);
    }

    private Answer checked(Call call, Answer answer) throws RegistryException {
        if (RegistryException.isTransient(answer.status())) {
            throw refusal(call, answer);
        }
        return answer;
    }

    private <A> A authenticated(Call call, Sender<A> sender, Head<A> head) throws IOException {
        Authentication used = authentication;
        Optional<String> authorization = used.authorization(call.scopes());
        A response = exchange(call, authorization, sender, head);
        Answer answer = head.of(response);
        // Only the registry itself may ask for its credentials, not whoever it redirects to.
        if (answer.status() != 401 || !isOwn(answer.uri()) || !challenged(answer, used, call, authorization)) {
            return response;
        }
        if (response instanceof Download download) {
            download.close();
        }
        return exchange(call, authentication.authorization(call.scopes()), sender, head);
    }

    private synchronized boolean challenged(
            Answer answer, Authentication used, Call call, Optional<String> authorization) throws IOException {
        if (authentication != used || used.renew(call.scopes(), authorization)) {
            return true;
        }
        return used == Authentication.ANONYMOUS && heed(call, answer);
    }

    private Optional<Authentication> wanted(Call call, Answer answer) throws IOException {
        List<Challenge> challenges = Challenge.parse(answer.headers("WWW-Authenticate"));
        for (Challenge challenge : challenges) {
            Optional<String> realm = challenge.parameter("realm");
            if (challenge.scheme().equals("bearer") && realm.isPresent()) {
                URI server = location(call, answer, realm.get());
                return Optional.of(new BearerTokens(
                        new TokenServer(access, transport, server, challenge.parameter("service")), retries));
            }
        }
        boolean basic = challenges.stream().anyMatch(c -> c.scheme().equals("basic"));
        return basic
                ? access.credentials().filter(c -> !c.isIdentityToken()).map(Authentication::basic)
                : Optional.empty();
    }

    private <A> A exchange(Call call, Optional<String> authorization, Sender<A> sender, Head<A> head)
            throws IOException {
        URI uri = call.uri();
        for (int redirects = 0; ; redirects++) {
            A response = sendTo(uri, call, isOwn(uri) ? authorization : Optional.empty(), sender);
            Answer answer = head.of(response);
            Optional<String> redirect = redirect(call, answer);
            if (redirect.isEmpty()) {
                return response;
            }
            if (response instanceof Download download) {
                download.close();
            }
            if (redirects == MAX_REDIRECTS) {
                throw unusable(call, answer, "It redirects in a circle");
            }
            uri = location(call, answer, redirect.get());
        }
    }

    private <A> A sendTo(URI uri, Call call, Optional<String> authorization, Sender<A> sender) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        authorization.ifPresent(value -> headers.put("Authorization", value));
        try {
            return sender.send(new HttpCall(call.method(), uri, headers, call.body(), access.caFile()));
        } catch (NoAnswerException e) {
            throw RegistryException.unreachable(access.host(), uri, call.attempted(), e);
        } catch (BodyException e) {
            throw e.reason();
        }
    }

    private static Optional<String> redirect(Call call, Answer answer) {
        Set<Integer> followed = call.isRead() ? REDIRECTS : REDIRECTS_OF_WRITES;
        return followed.contains(answer.status()) ? answer.header("Location") : Optional.empty();
    }

    private boolean isOwn(URI uri) {
        return origin(uri).equals(origin(base));
    }

    private static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
        return "%s://%s:%d".formatted(uri.getScheme(), uri.getHost(), port).toLowerCase(Locale.ROOT);
    }

    /** How a request is sent. */
    @FunctionalInterface
    private interface Sender<A> {
        A send(HttpCall call) throws IOException;
    }

    /** Where status and headers of an answer are. */
    @FunctionalInterface
    private interface Head<A> {
        Answer of(A answer);
    }
}
