package io.github.aspirejava.azure.entra;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.aspirejava.oci.Json;
import java.net.HttpURLConnection;

/**
 * The OpenID Connect token of GitHub Actions: it states which workflow of which repository is running. See GitHub's
 * "About security hardening with OpenID Connect".
 */
record GitHubToken(HttpClient http, String url, String requestToken) {
    /** The audience that Entra's federated credentials are made for. */
    private static final String AUDIENCE = "api%3A%2F%2FAzureADTokenExchange";

    String request() {
        String separator = url.contains("?") ? "&" : "?";
        HttpRequest request = new HttpRequest(HttpMethod.GET, url + separator + "audience=" + AUDIENCE)
                .setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + requestToken);
        try (HttpResponse response = http.sendSync(request, Context.NONE)) {
            if (response.getStatusCode() != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException("GitHub gave no token: status %d".formatted(response.getStatusCode()));
            }
            byte[] body = response.getBodyAsBinaryData().toBytes();
            String token = Json.parse(body).path("value").asText();
            if (token.isEmpty()) {
                throw new IllegalStateException("GitHub gave no token: its answer has no value");
            }
            return token;
        }
    }

    @Override
    public String toString() {
        return "GitHub's token"; // a record would print its components
    }
}
