package io.github.aspirejava.fakes.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The access control of the registry. */
@FunctionalInterface
interface Guard {
    /** Permits every request. */
    Guard NONE = (request, address) -> Optional.empty();

    /**
     * Returns the challenge if the request is not permitted; {@code address} is the address that the registry listens
     * at.
     */
    Optional<String> challenge(LoggedRequest request, String address);

    /** Requires user name and password. */
    static Guard basic(String username, String password) {
        String expected = authorization(username, password);
        return (request, address) -> request.authorization().equals(Optional.of(expected))
                ? Optional.empty()
                : Optional.of("Basic realm=\"fixture\"");
    }

    /** Requires tokens that the registry's own token server has issued. */
    static Guard bearer(TokenServer tokens) {
        return (request, address) -> {
            Optional<String> repository = request.path().equals("/v2/")
                    ? Optional.empty()
                    : Optional.of(request.path().replaceFirst("^/v2/(.+?)/(?:blobs|manifests)/.*", "$1"));
            String action = request.isWrite() ? "push" : "pull";
            return tokens.allows(request.authorization().orElse(""), repository, action)
                    ? Optional.empty()
                    : Optional.of("Bearer realm=\"http://%s/token\",service=\"fixture\"".formatted(address));
        };
    }

    /** Returns the header with user name and password, by RFC 7617. */
    static String authorization(String username, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((username + ':' + password).getBytes(StandardCharsets.UTF_8));
    }
}
