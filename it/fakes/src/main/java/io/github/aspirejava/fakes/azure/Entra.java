package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Issues tokens to clients that prove their identity: by the <a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">client credentials
 * flow</a> with a secret or with an assertion of another issuer, such as GitHub.
 */
final class Entra {
    static final Duration LIFETIME = Duration.ofHours(1);

    private static final String DEFAULT_SCOPE = "/.default";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Pattern TOKEN_PATH = Pattern.compile("/([^/]+)/oauth2/v2\\.0/token");
    private static final String EXCHANGE_AUDIENCE = "api://AzureADTokenExchange";

    private final Map<String, Principal> principals = new ConcurrentHashMap<>();
    private final Map<String, Principal> assertions = new ConcurrentHashMap<>();
    private final String tenant;
    private final Tokens tokens;
    private final Principal deployer;
    private final String workflowToken = "Gh7-" + UUID.randomUUID();

    /** Creates an instance whose only principal is the deployer. */
    Entra(String tenant, Tokens tokens) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.deployer = register();
    }

    Principal deployer() {
        return deployer;
    }

    /** Returns the bearer token by which a job on GitHub may request its OpenID Connect token. */
    String workflowToken() {
        return workflowToken;
    }

    /** Registers a new principal. */
    Principal register() {
        Principal principal =
                new Principal(UUID.randomUUID().toString(), UUID.randomUUID().toString(), "Qs8~" + UUID.randomUUID());
        principals.put(principal.clientId(), principal);
        return principal;
    }

    boolean knows(String objectId) {
        return principals.values().stream()
                .anyMatch(principal -> principal.objectId().equals(objectId));
    }

    /** Returns an assertion for {@code principal}, as a federated credential. */
    String assertion(Principal principal) {
        String token = tokens.issue(principal, EXCHANGE_AUDIENCE, List.of(), LIFETIME);
        assertions.put(token, principal);
        return token;
    }

    /** Returns the reply, if the request is for this service. */
    Optional<Reply> answer(Incoming request) {
        Matcher matcher = TOKEN_PATH.matcher(request.path());
        if (matcher.matches()) {
            return Optional.of(token(request, matcher.group(1)));
        }
        return request.path().equals("/github/token") ? Optional.of(gitHub(request)) : Optional.empty();
    }

    private Reply token(Incoming request, String askedTenant) {
        if (!askedTenant.equalsIgnoreCase(tenant)) {
            return refusal(400, "invalid_request", "AADSTS90002: Tenant '%s' not found.".formatted(askedTenant));
        }
        if (!request.field("grant_type").equals("client_credentials")) {
            return refusal(400, "unsupported_grant_type", "AADSTS70003: The app requested an unsupported grant type.");
        }
        Optional<Principal> known = Optional.ofNullable(principals.get(request.field("client_id")));
        if (known.isEmpty()) {
            return refusal(
                    401,
                    "unauthorized_client",
                    "AADSTS700016: Application with identifier '%s' was not found in the directory."
                            .formatted(request.field("client_id")));
        }
        if (!proves(request, known.get())) {
            return refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        Optional<String> scope = Stream.of(request.field("scope").split(" ", -1))
                .filter(asked -> asked.endsWith(DEFAULT_SCOPE))
                .findFirst();
        if (scope.isEmpty()) {
            return refusal(400, "invalid_scope", "AADSTS1002012: The provided value for scope is not valid.");
        }
        String audience = scope.get().substring(0, scope.get().length() - DEFAULT_SCOPE.length());
        return Reply.json(200, access(known.get(), audience));
    }

    private boolean proves(Incoming request, Principal principal) {
        if (!request.field("client_assertion").isEmpty()) {
            return request.field("client_assertion_type").equals(ASSERTION_TYPE)
                    && principal.equals(assertions.get(request.field("client_assertion")));
        }
        return !principal.secret().isEmpty() && request.field("client_secret").equals(principal.secret());
    }

    private Reply gitHub(Incoming request) {
        if (!request.header("authorization")
                .map(value -> value.substring(value.indexOf(' ') + 1))
                .equals(Optional.of(workflowToken))) {
            return refusal(401, "unauthorized", "The token of the request is not the one of the job.");
        }
        if (!request.parameter("audience").equals(Optional.of(EXCHANGE_AUDIENCE))) {
            return refusal(400, "bad_audience", "Entra ID would not take a token for somebody else.");
        }
        return Reply.json(200, Incoming.JSON.createObjectNode().put("value", assertion(deployer)));
    }

    private ObjectNode access(Principal principal, String audience) {
        return Incoming.JSON
                .createObjectNode()
                .put("token_type", "Bearer")
                .put("expires_in", LIFETIME.toSeconds())
                .put("access_token", tokens.issue(principal, audience, List.of(), LIFETIME));
    }

    private static Reply refusal(int status, String error, String description) {
        return Reply.json(
                status, Incoming.JSON.createObjectNode().put("error", error).put("error_description", description));
    }
}
