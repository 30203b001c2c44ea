package io.github.aspirejava.oci.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.credential.JwtLifetime;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.HttpBody;
import io.github.aspirejava.oci.http.Transport;
import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The token server of a registry, by the <a
 * href="https://distribution.github.io/distribution/spec/auth/token/">distribution token authentication</a>; identity
 * tokens use its <a href="https://distribution.github.io/distribution/spec/auth/oauth/">OAuth 2 form</a>. Docker Hub
 * requires a token even for anonymous access.
 */
final class TokenServer {
    /** The lifetime of a token if its server does not name one, by the specification. */
    private static final Duration DEFAULT_LIFETIME = Duration.ofSeconds(60);
    /** The upper limit of a token's lifetime. */
    private static final long LONGEST_LIFETIME_SECONDS = Duration.ofDays(1).toSeconds();

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(10);
    /** The beginning of what is attempted here, for messages. */
    static final String ATTEMPT = "get a token for ";

    private static final int MAX_ANSWER_BYTES = 1024 * 1024;
    private static final String CLIENT = "aspire-maven-plugin";

    private final RegistryAccess access;
    private final Transport transport;
    private final URI realm;
    private final Optional<String> service;

    TokenServer(RegistryAccess access, Transport transport, URI realm, Optional<String> service) {
        this.access = access;
        this.transport = transport;
        this.realm = realm;
        this.service = service;
    }

    RegistryAccess access() {
        return access;
    }

    /** A token, and the time of its renewal. */
    record Token(Secret value, Instant replacement) {
        String authorization() {
            return "Bearer " + value.reveal();
        }
    }

    boolean isFresh(Token token) {
        return transport.time().now().isBefore(token.replacement());
    }

    /** Requests a token for {@code scopes}, once. */
    Token request(List<String> scopes) throws IOException {
        String attempted = ATTEMPT + access.host();
        Answer answer = send(scopes, attempted);
        Instant now = transport.time().now();
        if (answer.status() != 200) {
            throw Refusals.of(answer, access, attempted, now);
        }
        JsonNode content = Json.parse(answer.body());
        String value = Stream.of("token", "access_token")
                .map(content::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw RegistryException.refused(
                    answer, access.host(), attempted, List.of(), "Its answer holds no token", Optional.empty());
        }
        return new Token(new Secret(value), now.plus(useful(lifetime(content.path("expires_in"), value))));
    }

    /** Returns the lifetime of a token, in seconds. Azure's registries name it only in the token. */
    private static long lifetime(JsonNode expiresIn, String token) {
        long stated = expiresIn.asLong(0);
        return stated > 0
                ? stated
                : JwtLifetime.of(token).orElse(DEFAULT_LIFETIME).toSeconds();
    }

    /**
     * Returns the time that a token is used: it is renewed before it expires, because the request needs time to arrive.
     */
    private static Duration useful(long seconds) {
        Duration lifetime = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFETIME_SECONDS)));
        Duration margin = lifetime.dividedBy(4);
        return lifetime.minus(margin.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : margin);
    }

    /**
     * Sends the request and follows redirects; user, password and refresh token are sent to the realm's server only.
     */
    private Answer send(List<String> scopes, String attempted) throws IOException {
        Optional<Credentials> who = access.who();
        Optional<Credentials> identity = who.filter(Credentials::isIdentityToken);
        Exchanges exchanges = new Exchanges(access, realm);
        Call call = identity.isPresent()
                ? new Call(attempted, "POST", realm, scopes)
                        .sending("application/x-www-form-urlencoded", refresh(identity.get(), scopes))
                : new Call(attempted, "GET", query(scopes), scopes);
        Optional<String> authorization =
                identity.isPresent() ? Optional.empty() : who.map(Credentials::basicAuthorization);
        Exchanges.Sender<Answer> sender = request -> {
            if (request.body().isPresent() && !exchanges.isOwn(request.uri())) {
                throw new FilteredException("Cannot %s: it redirects to %s, which may not see the identity token."
                        .formatted(attempted, request.uri().getHost()));
            }
            return transport.send(request, MAX_ANSWER_BYTES);
        };
        return exchanges.exchange(call, authorization, sender, sent -> sent);
    }

    private HttpBody refresh(Credentials identity, List<String> scopes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        service.ifPresent(name -> form.put("service", name));
        form.put("client_id", CLIENT);
        form.put("scope", String.join(" ", scopes));
        form.put("refresh_token", identity.password().reveal());
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + '=' + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpBody.of(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the address and the service, which distinguish this server from others. */
    String name() {
        return "bearer %s %s".formatted(realm, service.orElse(""));
    }

    private URI query(List<String> scopes) {
        StringBuilder query = new StringBuilder(realm.getRawQuery() == null ? "?" : "&");
        service.ifPresent(name -> query.append("service=").append(encode(name)));
        for (String scope : scopes) {
            query.append(query.length() > 1 ? "&" : "").append("scope=").append(encode(scope));
        }
        return URI.create(query.length() > 1 ? realm.toString() + query : realm.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
