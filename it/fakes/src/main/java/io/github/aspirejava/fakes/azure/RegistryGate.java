package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The access control of a registry, by <a href="https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md">its
 * authentication flow</a>: a token of Entra ID is exchanged for a refresh token, and that for access tokens.
 */
final class RegistryGate {
    static final Duration REFRESH_LIFETIME = Duration.ofHours(3);
    static final Duration ACCESS_LIFETIME = Duration.ofMinutes(75);

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final Set<String> AUDIENCES =
            Set.of("https://containerregistry.azure.net", "https://management.azure.com");
    private static final Pattern REPOSITORY = Pattern.compile("/v2/(.+?)/(?:blobs|manifests|tags)/.*");
    private static final Pattern SCOPE = Pattern.compile("repository:([^:]+):([a-z_,*]+)");

    private final String registry;
    private final String host;
    private final ResourceStore store;
    private final RoleAssignments roles;
    private final Tokens tokens;

    RegistryGate(String registry, String host, ResourceStore store, RoleAssignments roles, Tokens tokens) {
        this.registry = registry;
        this.host = host;
        this.store = store;
        this.roles = roles;
        this.tokens = tokens;
    }

    /** Exchanges a token of Entra ID for a refresh token. */
    Reply exchange(Incoming request) {
        if (!request.method().equals("POST")
                || !request.field("grant_type").equals("access_token")
                || !request.field("service").equals(host)) {
            return error(400, "BAD_REQUEST", "grant_type, service and access_token are needed");
        }
        Optional<Tokens.Token> token =
                tokens.find(request.field("access_token")).filter(found -> AUDIENCES.contains(found.audience()));
        if (token.isEmpty()) {
            return error(401, "UNAUTHORIZED", "authentication required, visit https://aka.ms/acr/authorization");
        }
        String objectId = token.get().principal().objectId();
        if (!may(objectId, "pull") && !may(objectId, "push")) {
            return error(403, "DENIED", "the client has no role on this registry");
        }
        String refresh = refreshToken(token.get().principal());
        return Reply.json(200, Incoming.JSON.createObjectNode().put("refresh_token", refresh));
    }

    String refreshToken(Principal principal) {
        return tokens.issue(principal, refreshAudience(), List.of(), REFRESH_LIFETIME);
    }

    /**
     * Exchanges a refresh token for an access token: by OAuth 2, or by Basic authentication with the null user name.
     */
    Reply token(Incoming request) {
        boolean post = request.method().equals("POST");
        String refresh = post ? request.field("refresh_token") : password(request);
        Optional<Tokens.Token> token =
                tokens.find(refresh).filter(found -> found.audience().equals(refreshAudience()));
        if (token.isEmpty() || (post && !request.field("grant_type").equals("refresh_token"))) {
            return error(401, "UNAUTHORIZED", "authentication required");
        }
        List<String> granted = new ArrayList<>();
        for (String scope : (post ? request.field("scope") : scopes(request)).split(" ", -1)) {
            granted.addAll(granted(token.get().principal(), scope));
        }
        String access = tokens.issue(token.get().principal(), host, granted, ACCESS_LIFETIME);
        return Reply.json(200, Incoming.JSON.createObjectNode().put("access_token", access));
    }

    /** Returns the refusal of a request that is not allowed. */
    Optional<Reply> refusal(Incoming request) {
        List<String> needed = needed(request);
        Optional<Tokens.Token> token = request.bearer()
                .flatMap(tokens::find)
                .filter(found -> found.audience().equals(host));
        if (token.isPresent() && token.get().scopes().containsAll(needed)) {
            return Optional.empty();
        }
        String challenge = "Bearer realm=\"https://%1$s/oauth2/token\",service=\"%1$s\"".formatted(host);
        String scope = needed.stream()
                .map(right -> right.substring(0, right.lastIndexOf(':')))
                .distinct()
                .map(repository -> repository + ":pull,push")
                .collect(Collectors.joining(" "));
        return Optional.of(error(401, "UNAUTHORIZED", "authentication required")
                .header("WWW-Authenticate", scope.isEmpty() ? challenge : challenge + ",scope=\"" + scope + "\""));
    }

    /**
     * Returns whether a principal may {@code pull} or {@code push} here, by the roles that take effect in this
     * registry's mode.
     */
    boolean may(String objectId, String action) {
        Optional<StoredResource> resource = store.ofType(ResourceType.REGISTRY)
                .filter(candidate -> candidate.path().name().equalsIgnoreCase(registry))
                .findFirst();
        if (resource.isEmpty()) {
            return false;
        }
        String verb = action.equals("pull") ? "read" : "write";
        ResourcePath path = resource.get().path();
        return resource.get().text("/properties/roleAssignmentMode").equals("AbacRepositoryPermissions")
                ? roles.allowsWithData(
                        objectId, "Microsoft.ContainerRegistry/registries/repositories/content/" + verb, path)
                : roles.allows(objectId, "Microsoft.ContainerRegistry/registries/%s/%s".formatted(action, verb), path);
    }

    private List<String> granted(Principal principal, String scope) {
        Matcher matcher = SCOPE.matcher(scope);
        if (!matcher.matches()) {
            return List.of();
        }
        return Stream.of(matcher.group(2).split(",", -1))
                .filter(action -> may(principal.objectId(), action))
                .map(action -> "repository:%s:%s".formatted(matcher.group(1), action))
                .toList();
    }

    private static List<String> needed(Incoming request) {
        Matcher matcher = REPOSITORY.matcher(request.path());
        if (!matcher.matches()) {
            return List.of();
        }
        List<String> needed = new ArrayList<>();
        needed.add("repository:%s:%s".formatted(matcher.group(1), request.isWrite() ? "push" : "pull"));
        request.parameter("from").ifPresent(source -> needed.add("repository:%s:pull".formatted(source)));
        return needed;
    }

    private String refreshAudience() {
        return host + "/oauth2/token";
    }

    private static String scopes(Incoming request) {
        return Stream.of(request.query().split("&", -1))
                .filter(parameter -> parameter.startsWith("scope="))
                .map(parameter -> URLDecoder.decode(parameter.substring(6), StandardCharsets.UTF_8))
                .collect(Collectors.joining(" "));
    }

    private static String password(Incoming request) {
        String header = request.header("authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return "";
        }
        String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        return pair.startsWith(NOBODY + ":") ? pair.substring(NOBODY.length() + 1) : "";
    }

    private static Reply error(int status, String code, String message) {
        ObjectNode body = Incoming.JSON.createObjectNode();
        body.putArray("errors").addObject().put("code", code).put("message", message);
        return Reply.json(status, body);
    }
}
