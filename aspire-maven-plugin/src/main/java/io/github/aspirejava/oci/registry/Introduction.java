package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.run.Once;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The first request to a registry, by which it says whether it is one, whether it wants TLS, and how it wants to be
 * told who is asking. It goes alone: whoever wants something meanwhile waits for it, so that nobody is turned away for
 * not knowing.
 *
 * <p>Registries on this machine and those marked insecure are spoken to in plain HTTP, until one says that its port
 * wants TLS. TLS is not tried first, because a server of plain HTTP may swallow the hello and let it wait.
 */
final class Introduction {
    private final Endpoint endpoint;
    private final Once<Answer> made = new Once<>();

    Introduction(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Makes it, or waits for whoever is making it; a failure is theirs as well who wait, and forgotten then. */
    Answer await() throws IOException {
        return made.get(() -> endpoint.retries().run(number -> make()));
    }

    private Answer make() throws IOException {
        Call call = ping();
        Answer answer = endpoint.sendAnonymously(call);
        if (endpoint.isPlain() && answer.status() == 400 && wantsTls(answer)) {
            endpoint.switchToTls();
            call = ping();
            answer = endpoint.sendAnonymously(call);
        }
        if (answer.status() == 401) {
            endpoint.heed(call, answer);
        }
        return answer;
    }

    private Call ping() {
        return new Call("reach " + endpoint.host(), "GET", endpoint.ping(), List.of());
    }

    /** What Go's and nginx's servers say to plain HTTP on a TLS port. */
    private static boolean wantsTls(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).contains("HTTPS");
    }
}
