package io.github.aspirejava.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.oci.http.HttpProxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, https://ghcr.io/v2/, http://proxy:3128, proxy:3128",
        "https_proxy, https://ghcr.io/v2/, proxy:3128, proxy:3128",
        "HTTPS_PROXY, https://ghcr.io/v2/, http://proxy, proxy:80",
        "HTTP_PROXY, http://plain.example/v2/, http://proxy:3128/, proxy:3128",
        "ALL_PROXY, https://ghcr.io/v2/, http://proxy:3128, proxy:3128",
        "HTTP_PROXY, https://ghcr.io/v2/, http://proxy:3128, none",
        "HTTPS_PROXY, https://ghcr.io/v2/, '', none",
        "HTTPS_PROXY, https://ghcr.io/v2/, socks5://proxy:1080, none",
        "HTTPS_PROXY, https://localhost:5000/v2/, http://proxy:3128, none",
        "HTTPS_PROXY, https://127.0.0.1:5000/v2/, http://proxy:3128, none",
        "HTTPS_PROXY, https://[::1]:5000/v2/, http://proxy:3128, none",
    })
    void readsTheVariablesOfTheEnvironment(String name, URI uri, String value, String proxy) {
        assertThat(address(new EnvironmentProxies(property -> "", Map.of(name, value)).proxyFor(uri)))
                .isEqualTo(proxy);
    }

    @Test
    void showsWhoItIsToAProxyOfTheEnvironment() {
        EnvironmentProxies proxies =
                new EnvironmentProxies(property -> "", Map.of("HTTPS_PROXY", "http://me:p%40ss+w@proxy:3128"));

        assertThat(proxies.proxyFor(URI.create("https://ghcr.io/")).flatMap(HttpProxy::credentials))
                .hasValueSatisfying(credentials -> {
                    assertThat(credentials.username()).isEqualTo("me");
                    assertThat(credentials.password().reveal()).isEqualTo("p@ss+w");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "registry.example.test",
                "example.test",
                ".example.test",
                "*.example.test",
                "other.test, registry.example.test:443",
                "a b example.test"
            })
    void leavesOutTheHostsOfNoProxy(String list) {
        EnvironmentProxies proxies =
                new EnvironmentProxies(property -> "", Map.of("HTTPS_PROXY", "http://proxy:1", "no_proxy", list));

        assertThat(proxies.proxyFor(URI.create("https://registry.example.test/v2/")))
                .isEmpty();
        assertThat(proxies.proxyFor(URI.create("https://ghcr.io/v2/")).isEmpty())
                .isEqualTo(list.equals("*"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.3, true",
        "10.0.0.0/8, 11.1.2.3, false",
        "10.1.2.3, 10.1.2.3, true",
        "0.0.0.0/0, 8.8.8.8, true",
        "10.0.0.0/8, ghcr.io, false",
        "registry.example.test:5000, 10.1.2.3, false",
    })
    void leavesOutNetworks(String list, String host, boolean direct) {
        EnvironmentProxies proxies =
                new EnvironmentProxies(property -> "", Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", list));

        assertThat(proxies.proxyFor(URI.create("https://" + host + "/v2/")).isEmpty())
                .isEqualTo(direct);
    }

    @Test
    void prefersJavasProperties() {
        Map<String, String> properties =
                Map.of("https.proxyHost", "javas", "https.proxyPort", "8080", "http.nonProxyHosts", "*.inside|ghcr.*");
        EnvironmentProxies proxies = new EnvironmentProxies(
                name -> properties.getOrDefault(name, ""), Map.of("HTTPS_PROXY", "http://proxy:3128"));

        assertThat(address(proxies.proxyFor(URI.create("https://quay.io/v2/")))).isEqualTo("javas:8080");
        assertThat(proxies.proxyFor(URI.create("https://registry.inside/v2/"))).isEmpty();
        assertThat(proxies.proxyFor(URI.create("https://ghcr.io/v2/"))).isEmpty();
    }

    private static String address(Optional<HttpProxy> proxy) {
        return proxy.map(found -> found.host() + ":" + found.port()).orElse("none");
    }
}
