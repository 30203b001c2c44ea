package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One registry as one user, by the <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI
 * distribution specification</a>. It may be used by many threads.
 */
public final class RegistryClient {
    private static final int MAX_ANSWER_BYTES = 4096;

    private final Endpoint endpoint;

    RegistryClient(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The registry. */
    public RegistryHost host() {
        return endpoint.host();
    }

    /** A repository of this registry, whether it exists or not. */
    public RegistryRepository repository(Repository name) {
        return new RegistryRepository(endpoint, name);
    }

    /**
     * Proves that the endpoint speaks the protocol and accepts the credentials. An endpoint that is expected to speak
     * plain HTTP but asks for TLS is spoken to over TLS from now on.
     *
     * @throws RegistryException if it cannot be reached, is no registry, or refuses the credentials
     */
    public void checkAccess() throws IOException {
        Call call = ping();
        try (Response response = endpoint.send(call)) {
            if (endpoint.isPlain() && response.status() == 400 && wantsTls(response)) {
                endpoint.switchToTls();
            } else {
                check(call, response);
                return;
            }
        }
        Call again = ping();
        try (Response response = endpoint.send(again)) {
            check(again, response);
        }
    }

    private Call ping() {
        return new Call("log in to " + host(), "GET", endpoint.uri("/v2/"), List.of());
    }

    private void check(Call call, Response response) throws IOException {
        if (response.status() == 404) {
            throw RegistryException.refused(
                    404, host(), call.attempted(), List.of(), "Check the endpoint: there is no registry at /v2/");
        }
        if (response.status() != 200) {
            throw endpoint.refusal(call, response);
        }
    }

    /** What Go's and nginx's servers say to plain HTTP on a TLS port. */
    private static boolean wantsTls(Response response) throws IOException {
        return new String(response.read(MAX_ANSWER_BYTES), StandardCharsets.UTF_8).contains("HTTPS");
    }
}
