package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.Download;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The connection to one registry as one user: its address, and the authentication and redirection of its requests. A
 * {@link Discovery} goes before the first request.
 */
final class Connection {
    private final RegistryAccess access;
    private final Transport transport;
    private final Retries retries;
    private final Authenticator authenticator;
    private final Discovery discovery;
    private final ConcurrentMap<Repository, UploadSession> keptSessions = new ConcurrentHashMap<>();

    Connection(RegistryAccess access, Transport transport, Retries retries) {
        this.access = access;
        this.transport = transport;
        this.retries = retries;
        this.authenticator = new Authenticator(access, transport, retries);
        this.discovery = new Discovery(access, transport, retries, authenticator);
    }

    RegistryHost host() {
        return access.host();
    }

    /** Returns whether a token server gives out tokens for the requests. */
    boolean usesTokens() {
        return authenticator.current() instanceof BearerTokens;
    }

    Retries retries() {
        return retries;
    }

    /** Returns the uploads that were opened for no blob yet, by their repositories. */
    ConcurrentMap<Repository, UploadSession> keptSessions() {
        return keptSessions;
    }

    /** Returns the address of {@code path}, which starts with a slash. */
    URI uri(String path) throws IOException {
        return exchanges().resolve(path);
    }

    /** Returns the answer to the first request, which is sent now unless it has been. */
    Answer discover() throws IOException {
        return discovery.get().answer();
    }

    /** Sends the call, with retries if these may help; returns an answer that a retry does not change. */
    Answer send(Call call) throws IOException {
        return send(call, Discovery.SMALL_ANSWER_BYTES);
    }

    /** Sends the call for an answer with a limited body. */
    Answer send(Call call, int atMost) throws IOException {
        return retries.run(number -> sendOnce(call, atMost));
    }

    /** Sends the call once; an answer that a retry may change is thrown. */
    Answer sendOnce(Call call) throws IOException {
        return sendOnce(call, Discovery.SMALL_ANSWER_BYTES);
    }

    /** Sends the call for an answer that is streamed to the caller. */
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

    /** Returns the exception for an answer that is not the expected one. */
    RegistryException refusal(Call call, Answer answer) {
        return Refusals.of(answer, access, call.attempted(), transport.time().now());
    }

    /** Returns the same exception with other advice. */
    RegistryException refusal(Call call, Answer answer, String advice) {
        return Refusals.of(
                answer, access, call.attempted(), advice, transport.time().now());
    }

    /** Returns an exception that makes the retries continue from the state that the answer reports. */
    RegistryException tryAgain(Call call, Answer answer) {
        return refusal(call, answer).worthAnotherTry();
    }

    /** Returns the exception for an answer that breaks off in the middle. */
    RegistryException broken(Call call, IOException e) {
        return RegistryException.broken(access.host(), call.uri(), call.attempted(), e);
    }

    /** Returns the exception for an answer with the right status and invalid content. */
    RegistryException unusable(Call call, Answer answer, String why) {
        return RegistryException.unusable(answer, access.host(), call.attempted(), why);
    }

    /** Returns the address in the answer's {@code Location}, which may be relative; a downgrade from TLS is refused. */
    URI location(Call call, Answer answer, String location) throws IOException {
        return exchanges().location(call, answer, location);
    }

    /** Sends the call once for an answer with a limited body. */
    Answer sendOnce(Call call, int atMost) throws IOException {
        Exchanges.Sender<Answer> sender = request -> transport.send(request, atMost);
        return checked(call, authenticated(call, sender, answer -> answer));
    }

    private Answer checked(Call call, Answer answer) throws RegistryException {
        if (RegistryException.isTransient(answer.status())) {
            throw refusal(call, answer);
        }
        return answer;
    }

    private <A> A authenticated(Call call, Exchanges.Sender<A> sender, Exchanges.Head<A> head) throws IOException {
        Exchanges exchanges = exchanges();
        Authentication used = authenticator.current();
        Optional<String> authorization = used.authorization(call.scopes());
        A response = exchanges.exchange(call, authorization, sender, head);
        Answer answer = head.of(response);
        // Only the registry itself may request its credentials, not the servers that it redirects to.
        if (!(answer.status() == 401 || answer.status() == 403)
                || !exchanges.isOwn(answer.uri())
                || !authenticator.challenged(exchanges, answer, used, call, authorization)) {
            return response;
        }
        if (response instanceof Download download) {
            download.close();
        }
        return exchanges.exchange(call, authenticator.current().authorization(call.scopes()), sender, head);
    }

    private Exchanges exchanges() throws IOException {
        return discovery.get().exchanges();
    }
}
