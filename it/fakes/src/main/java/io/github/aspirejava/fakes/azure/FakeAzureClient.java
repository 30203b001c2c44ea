package io.github.aspirejava.fakes.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A minimal client of the fake. */
final class FakeAzureClient {
    private final FakeAzure azure;
    private final HttpClient client;

    FakeAzureClient(FakeAzure azure, CertificateAuthority authority) {
        this.azure = azure;
        this.client = HttpClient.newBuilder().sslContext(authority.sslContext()).build();
    }

    /** Returns a token of Entra ID. */
    String login(Principal principal, String audience) throws IOException, InterruptedException {
        return json(form(
                        azure.endpoint() + "/" + azure.tenant() + "/oauth2/v2.0/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                principal.clientId(),
                                "client_secret",
                                principal.secret(),
                                "scope",
                                audience + "/.default")))
                .path("access_token")
                .asText();
    }

    /** Sends a request to Resource Manager as the deployer. */
    HttpResponse<String> arm(String method, String path, String apiVersion, String body)
            throws IOException, InterruptedException {
        return send(
                method,
                azure.endpoint() + path + "?api-version=" + apiVersion,
                "Bearer " + login(azure.deployer(), "https://management.azure.com"),
                body);
    }

    HttpResponse<String> send(String method, String url, String authorization, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", authorization)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> form(String url, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Incoming.JSON.readTree(response.body());
    }
}
