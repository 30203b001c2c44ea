package io.github.aspirejava.azure.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.fakes.azure.FakeAzure;
import io.github.aspirejava.fakes.azure.Role;
import io.github.aspirejava.fakes.registry.CertificateAuthority;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.http.TlsFiles;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RegistryAccess;
import io.github.aspirejava.oci.registry.RegistryClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exchange of Entra tokens for a registry's tokens, and their lifetimes. */
class TokenExchangeTest {
    private static final String AUDIENCE = "https://containerregistry.azure.net";
    private static final Repository API = new Repository("api");

    private final VirtualTime time = new VirtualTime();
    private final RegistryFixture images = RegistryFixture.start();
    private final Registries registries = time.registries();
    private FakeAzure azure;
    private RegistryHost host;

    @BeforeEach
    void start() throws IOException {
        azure = FakeAzure.start(
                CertificateAuthority.shared(), name -> URI.create("http://" + images.host()), time.clock());
        azure.present(
                "/subscriptions/%s/resourceGroups/shop/providers/Microsoft.ContainerRegistry/registries/acmeshop"
                        .formatted(azure.subscription()),
                new ObjectMapper().readTree("{\"location\": \"westeurope\", \"sku\": {\"name\": \"Basic\"}}"));
        host = RegistryHost.parse(azure.loginServer("acmeshop"));
    }

    @AfterEach
    void stop() {
        azure.close();
        images.close();
    }

    @Test
    void bringsARefreshTokenThatTheRegistryTakes() throws IOException {
        RegistryClient client = client(exchange(AUDIENCE));

        client.checkAccess();
        client.checkPush(API);

        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void takesNoTokenForSomebodyElse() {
        assertThatThrownBy(() -> exchange("https://vault.azure.net").refreshToken())
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "%s answered 401 UNAUTHORIZED authentication required, visit https://aka.ms/acr/authorization"
                                .formatted(host));
    }

    @Test
    void saysWhatTheRegistrySaysToThoseWithoutARole() {
        azure.deployerIsOnly(Role.WEBSITE_CONTRIBUTOR);

        assertThatThrownBy(() -> exchange(AUDIENCE).refreshToken()).satisfies(failure -> {
            assertThat(failure).isInstanceOf(RefusedException.class).hasMessageContaining("answered 403 DENIED");
            assertThat(failure.getMessage()).doesNotContain("eyJ");
        });
    }

    @Test
    void isAskedForAccessAgainWhenTheTokenSaysThatItExpires() throws IOException {
        RegistryClient client = client(exchange(AUDIENCE));
        client.checkPush(API);
        long before = accessTokens();

        time.advance(Duration.ofMinutes(70));
        client.checkPush(API);
        assertThat(accessTokens()).isEqualTo(before);

        time.advance(Duration.ofMinutes(6));
        client.checkPush(API);
        assertThat(accessTokens()).as("one to push, one to cancel the upload").isEqualTo(before + 2);
        assertThat(exchanges()).isEqualTo(1);
    }

    @Test
    void isMadeAgainBeforeTheRefreshTokenExpires() throws IOException {
        RegistryClient client = client(exchange(AUDIENCE));
        client.checkPush(API);

        time.advance(Duration.ofMinutes(174));
        client.checkPush(API);
        assertThat(exchanges()).isEqualTo(1);

        time.advance(Duration.ofMinutes(76));
        client.checkPush(API);
        assertThat(exchanges()).isEqualTo(2);
    }

    private RegistryClient client(TokenExchange exchange) {
        RegistryAccess access = RegistryAccess.anonymous(host).trusting(azure.caFile());
        return registries.client(access.as(new RefreshTokens(exchange::refreshToken, time::now)));
    }

    private TokenExchange exchange(String audience) {
        return new TokenExchange(
                registries,
                host,
                TlsFiles.trusting(azure.caFile()),
                azure.tenant(),
                () -> new Secret(azure.login(azure.deployer(), audience)));
    }

    private long exchanges() {
        return azure.calls().stream()
                .filter(call -> call.path().equals("/oauth2/exchange"))
                .count();
    }

    private long accessTokens() {
        return azure.calls().stream()
                .filter(call -> call.path().equals("/oauth2/token"))
                .count();
    }
}
