package io.github.aspirejava.fakes.azure;

import java.util.Set;

/** Authenticates and authorizes the callers of Resource Manager. */
final class Bouncer {
    private final Tokens tokens;
    private final Set<String> audiences;
    private final RoleAssignments roles;

    /**
     * Creates a guard.
     *
     * @param audiences the accepted audiences of tokens
     */
    Bouncer(Tokens tokens, Set<String> audiences, RoleAssignments roles) {
        this.tokens = tokens;
        this.audiences = Set.copyOf(audiences);
        this.roles = roles;
    }

    /**
     * Identifies the caller.
     *
     * @throws ArmException if the request has no token that is valid here
     */
    Principal identify(Incoming request) {
        String bearer = request.bearer()
                .orElseThrow(() -> new ArmException(
                        401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing."));
        return tokens.find(bearer)
                .filter(token -> audiences.contains(withoutSlash(token.audience())))
                .map(Tokens.Token::principal)
                .orElseThrow(() -> new ArmException(
                        401, "InvalidAuthenticationToken", "The access token is invalid or for somebody else."));
    }

    /**
     * Requires a permission.
     *
     * @throws ArmException if {@code caller} does not have it there
     */
    void require(Principal caller, String action, ResourcePath where) {
        if (!roles.allows(caller.objectId(), action, where)) {
            throw new ArmException(
                    403,
                    "AuthorizationFailed",
                    "The client '%s' with object id '%s' does not have authorization to perform action '%s' over scope '%s' or the scope is invalid. If access was recently granted, please refresh your credentials."
                            .formatted(caller.clientId(), caller.objectId(), action, where.text()));
        }
    }

    private static String withoutSlash(String audience) {
        return audience.endsWith("/") ? audience.substring(0, audience.length() - 1) : audience;
    }
}
