package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.Download;
import io.github.aspirejava.oci.http.HttpCall;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One registry as one user: its address, and how its requests are authenticated and redirected. Before the first
 * request goes an {@link Introduction}, alone, which finds out both.
 */
final class Endpoint {
    /** Enough for what a registry says of an error. */
    private static final int SMALL_ANSWER_BYTES = 64 * 1024;

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
        return checked(call, exchanges().exchange(call, Optional.empty(), this::sendSmall, answer -> answer));
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
        return exchanges().unusable(call, answer, why);
    }

    /** The address in the answer's {@code Location}, which may be relative; a step down from TLS is refused. */
    URI location(Call call, Answer answer, String location) throws IOException {
        return exchanges().location(call, answer, location);
    }

    /** From now on, what the registry's challenge asks for, if it can be had. */
    synchronized boolean heed(Call call, Answer answer) throws IOException {
        Optional<Authentication> wanted = wanted(call, answer);
        wanted.ifPresent(chosen -> authentication = chosen);
        return wanted.isPresent();
    }

    private Answer sendOnce(Call call, int atMost) throws IOException {
        Exchanges.Sender<Answer> sender = request -> transport.send(request, atMost);
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

    private <A> A authenticated(Call call, Exchanges.Sender<A> sender, Exchanges.Head<A> head) throws IOException {
        Authentication used = authentication;
        Optional<String> authorization = used.authorization(call.scopes());
        A response = exchanges().exchange(call, authorization, sender, head);
        Answer answer = head.of(response);
        // Only the registry itself may ask for its credentials, not whoever it redirects to.
        if (answer.status() != 401
                || !exchanges().isOwn(answer.uri())
                || !challenged(answer, used, call, authorization)) {
            return response;
        }
        if (response instanceof Download download) {
            download.close();
        }
        return exchanges().exchange(call, authentication.authorization(call.scopes()), sender, head);
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

    private Exchanges exchanges() {
        return new Exchanges(access, base);
    }
}
