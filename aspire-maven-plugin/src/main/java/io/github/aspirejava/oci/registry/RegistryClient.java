package io.github.aspirejava.oci.registry;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.http.Answer;
import java.io.IOException;
import java.util.List;

/**
 * The client of one registry as one user, by the <a
 * href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md">OCI distribution specification</a>. Safe
 * for use by many threads.
 */
public final class RegistryClient {
    private final Connection endpoint;

    RegistryClient(Connection endpoint) {
        this.endpoint = endpoint;
    }

    /** Returns the registry. */
    public RegistryHost host() {
        return endpoint.host();
    }

    /** Returns a repository of this registry, whether it exists or not. */
    public RegistryRepository repository(Repository name) {
        return new RegistryRepository(endpoint, name);
    }

    /**
     * Checks that the endpoint supports the protocol and accepts the credentials.
     *
     * @throws RegistryException if it cannot be reached, is not a registry, or refuses the credentials
     */
    public void checkAccess() throws IOException {
        Call call = new Call("log in to " + host(), "GET", endpoint.uri("/v2/"), List.of());
        Answer first = endpoint.discover();
        Answer answer = first.status() == 401 ? endpoint.send(call) : first;
        checkIsRegistry(call, answer);
        if (answer.status() != 200) {
            throw endpoint.refusal(call, answer);
        }
    }

    /**
     * Checks that images can be pushed to a repository, without writing anything permanent.
     *
     * @throws RegistryException if the registry cannot be reached, is not a registry, or does not let this user push
     *     there
     */
    public void checkPush(Repository to) throws IOException {
        Call call = new Call("log in to " + host(), "GET", endpoint.uri("/v2/"), List.of());
        checkIsRegistry(call, endpoint.discover());
        new Blobs(endpoint, to).proveRights();
    }

    /**
     * Returns whether the repositories of this registry have rights, or have to be created, one by one: with tokens,
     * whose scope names a repository, and in Amazon's registries. Known after the first request.
     */
    public boolean isPerRepository() {
        return host().name().endsWith(".amazonaws.com") || endpoint.usesTokens();
    }

    private void checkIsRegistry(Call call, Answer answer) throws RegistryException {
        if (answer.status() == 404) {
            throw endpoint.unusable(call, answer, "Check the endpoint: there is no registry at /v2/");
        }
        boolean page = answer.header("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        if (answer.status() == 200
                && page
                && answer.header("Docker-Distribution-Api-Version").isEmpty()) {
            throw endpoint.unusable(call, answer, "Check the endpoint: the server there is a web site");
        }
    }
}
