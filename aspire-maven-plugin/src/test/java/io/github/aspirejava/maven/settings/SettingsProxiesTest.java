package io.github.aspirejava.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.credential.Credentials;
import io.github.aspirejava.oci.http.HttpProxy;
import java.net.URI;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingsProxiesTest {
    private static final URI PLAIN = URI.create("http://registry.example:5000/v2/");
    private static final URI TLS = URI.create("https://ghcr.io/v2/?a=b");

    private final DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    private final DefaultProxySelector selector = new DefaultProxySelector();
    private final SettingsProxies proxies = new SettingsProxies(session);

    @Test
    void withoutAnyEverythingIsReachedDirectly() {
        assertThat(proxies.proxyFor(TLS)).isEmpty();
        session.setProxySelector(selector);
        assertThat(proxies.proxyFor(TLS)).isEmpty();
    }

    @Test
    void eachProtocolHasItsOwn() {
        add("http", "plain", null, "");
        add("https", "tunnel", null, "");

        assertThat(proxies.proxyFor(PLAIN)).contains(new HttpProxy("plain", 3128, Optional.empty()));
        assertThat(proxies.proxyFor(TLS)).contains(new HttpProxy("tunnel", 3128, Optional.empty()));
    }

    @Test
    void theOneForHttpServesHttpsTooButNotTheOtherWayRound() {
        add("http", "plain", null, "");
        assertThat(proxies.proxyFor(TLS)).map(HttpProxy::host).contains("plain");
    }

    @Test
    void theOneForHttpsServesNoHttp() {
        add("https", "tunnel", null, "");
        assertThat(proxies.proxyFor(PLAIN)).isEmpty();
    }

    @Test
    void hostsThatAreExemptAreReachedDirectly() {
        add("http", "plain", null, "*.example|localhost");

        assertThat(proxies.proxyFor(PLAIN)).isEmpty();
        assertThat(proxies.proxyFor(URI.create("http://localhost:5000/v2/"))).isEmpty();
        assertThat(proxies.proxyFor(TLS)).map(HttpProxy::host).contains("plain");
    }

    @Test
    void thisMachineIsNoExceptionOfItsOwn() {
        add("http", "plain", null, "");

        assertThat(proxies.proxyFor(URI.create("http://127.0.0.1:5000/v2/"))).isPresent();
    }

    @Test
    void theyAreToldWhoAsks() {
        add("http", "plain", login("me", "hunter2"), "");

        Optional<HttpProxy> proxy = proxies.proxyFor(TLS);

        assertThat(proxy)
                .contains(new HttpProxy("plain", 3128, Optional.of(new Credentials("me", new Secret("hunter2")))));
        assertThat(proxy.toString()).doesNotContain("hunter2");
    }

    @Test
    void aUserWithoutAPasswordHasAnEmptyOne() {
        add("http", "plain", login("me", null), "");

        assertThat(proxies.proxyFor(TLS).flatMap(HttpProxy::credentials))
                .contains(new Credentials("me", new Secret("")));
    }

    private static Authentication login(String username, @Nullable String password) {
        return new AuthenticationBuilder()
                .addUsername(username)
                .addPassword(password)
                .build();
    }

    private void add(String type, String host, @Nullable Authentication authentication, String exempt) {
        selector.add(new Proxy(type, host, 3128, authentication), exempt);
        session.setProxySelector(selector);
    }
}
