package io.github.aspirejava.azure.login;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.http.Answer;
import io.github.aspirejava.oci.http.HttpBody;
import io.github.aspirejava.oci.http.HttpCall;
import io.github.aspirejava.oci.http.NoAnswerException;
import io.github.aspirejava.oci.http.TlsFiles;
import io.github.aspirejava.oci.registry.Registries;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Exchanges a token of Microsoft Entra for a registry's refresh token, by <a
 * href="https://github.com/Azure/acr/blob/main/docs/AAD-OAuth.md">the OAuth flow of registries in Azure</a>.
 */
final class TokenExchange {
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final Registries registries;
    private final RegistryHost host;
    private final TlsFiles tls;
    private final String tenant;
    private final EntraToken entra;

    /**
     * Creates the exchange with one registry.
     *
     * @param tls the files of connections over TLS
     * @param tenant the Entra tenant; may be empty
     */
    TokenExchange(Registries registries, RegistryHost host, TlsFiles tls, String tenant, EntraToken entra) {
        this.registries = registries;
        this.host = host;
        this.tls = tls;
        this.tenant = tenant;
        this.entra = entra;
    }

    /**
     * Returns a new refresh token.
     *
     * @throws RefusedException if the registry gives none
     * @throws NoAnswerException if it does not answer
     * @throws IOException if Microsoft Entra gives no token
     */
    Secret refreshToken() throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "access_token");
        form.put("service", host.toString());
        if (!tenant.isEmpty()) {
            form.put("tenant", tenant);
        }
        form.put("access_token", entra.get().reveal());
        Answer answer = registries.send(
                new HttpCall(
                        "POST",
                        URI.create("https://%s/oauth2/exchange".formatted(host)),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"),
                        Optional.of(HttpBody.of(encoded(form).getBytes(StandardCharsets.UTF_8))),
                        tls),
                MAX_ANSWER_BYTES);
        JsonNode content = Json.parse(answer.body());
        String token = content.path("refresh_token").asText("");
        if (answer.status() != HttpURLConnection.HTTP_OK || token.isEmpty()) {
            throw RefusedException.of(host, answer.status(), content);
        }
        return new Secret(token);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A source of tokens of Microsoft Entra that registries accept. */
    @FunctionalInterface
    interface EntraToken {
        /**
         * Returns a token that is valid now.
         *
         * @throws IOException if there is none; the message is one line, without a secret
         */
        Secret get() throws IOException;
    }
}
