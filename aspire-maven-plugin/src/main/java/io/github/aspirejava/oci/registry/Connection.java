package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.Download;
import io.github.aspirejava.oci.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * One registry as one user: its address, and how its requests are authenticated and redirected. A {@link Discovery}
 * goes before the first request.
 */
final class Connection {
    private final RegistryAccess access;
    private final Transport transport;
    private final Retries retries;
    private final Authenticator authenticator;
    private final Discovery discovery;

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

    Retries retries() {
        return retries;
    }

    /** The address of {@code path}, which starts with a slash. */
    URI uri(String path) throws IOException {
        return exchanges().resolve(path);
    }

    /** The answer to the first request, which is sent now unless it has been. */
    Answer discover() throws IOException {
        return discovery.get().answer();
    }

    /** Sends the call, again and again if that may help; returns an answer that another try does not change. */
    Answer send(Call call) throws IOException {
        return send(call, Discovery.SMALL_ANSWER_BYTES);
    }

    /** Sends the call for an answer with at most so many bytes of body. */
    Answer send(Call call, int atMost) throws IOException {
        return retries.run(number -> sendOnce(call, atMost));
    }

    /** Sends the call for one time; an answer that another try may change is thrown. */
    Answer sendOnce(Call call) throws IOException {
        return sendOnce(call, Discovery.SMALL_ANSWER_BYTES);
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
        return RegistryException.unusable(answer, access.host(), call.attempted(), why);
    }

    /** The address in the answer's {@code Location}, which may be relative; a step down from TLS is refused. */
    URI location(Call call, Answer answer, String location) throws IOException {
        return exchanges().location(call, answer, location);
    }

    private Answer sendOnce(Call call, int atMost) throws IOException {
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
        // Only the registry itself may ask for its credentials, not whoever it redirects to.
        if (answer.status() != 401
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
