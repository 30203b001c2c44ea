package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.fakes.registry.CertificateAuthority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@NeedsRegistry
class RealRegistryIT {

    @Test
    void logsEachRequestInOrder() {
        try (RealRegistry registry = RealRegistry.open()) {
            assertThat(registry.digest("shop/api", "1.0.0")).isEmpty();
            registry.forgetRequests();
            assertThat(registry.digest("shop/api", "2.0.0")).isEmpty();
            assertThat(registry.digest("shop/worker", "2.0.0")).isEmpty();

            assertThat(registry.requests())
                    .containsExactly(
                            new RegistryRequest("HEAD", "/v2/shop/api/manifests/2.0.0", 404),
                            new RegistryRequest("HEAD", "/v2/shop/worker/manifests/2.0.0", 404));
        }
    }

    @Test
    void turnsAwayWhoHasNoPassword() throws IOException, InterruptedException {
        try (RealRegistry registry = RealRegistry.withBasicAuth()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + registry.host() + "/v2/"))
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();

            assertThat(status).isEqualTo(401);
            assertThat(registry.requests()).containsExactly(new RegistryRequest("GET", "/v2/", 401));
        }
    }

    @Test
    void takesTheTokensOfItsServerOverTls() {
        try (TokenServer tokens = TokenServer.start(Duration.ofMinutes(1));
                RealRegistry registry = new RegistrySetup()
                        .tokens(tokens)
                        .tls(new CertificateAuthority(Workspace.newDirectory("authority")))
                        .start()) {
            assertThat(registry.digest("shop/api", "1.0.0")).isEmpty();

            // 404, and not 401: the token was valid for this repository.
            assertThat(registry.requests())
                    .containsExactly(new RegistryRequest("HEAD", "/v2/shop/api/manifests/1.0.0", 404));
        }
    }
}
