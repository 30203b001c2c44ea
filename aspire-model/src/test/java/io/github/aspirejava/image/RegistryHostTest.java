package io.github.aspirejava.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHostTest {
    @ParameterizedTest
    @CsvSource({
        "ghcr.io,                  ghcr.io,           0",
        "GHCR.io,                  ghcr.io,           0",
        "localhost:5000,           localhost,         5000",
        "192.168.1.1:5000,         192.168.1.1,       5000",
        "[::1]:5000,               [::1],             5000",
        "[2001:DB8::1],            [2001:db8::1],     0",
        "registry,                 registry,          0",
        "my-acr.azurecr.io:443,    my-acr.azurecr.io, 443",
    })
    void readsHostAndPort(String text, String name, int port) {
        assertThat(RegistryHost.parse(text)).isEqualTo(new RegistryHost(name, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docker.io", "index.docker.io", "registry-1.docker.io", "registry.hub.docker.com", "Docker.IO"})
    void knowsDockerHubByAllItsNames(String text) {
        assertThat(RegistryHost.parse(text)).isEqualTo(RegistryHost.DOCKER_HUB);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://ghcr.io        | The registry endpoint 'https://ghcr.io' has a scheme. Write ghcr.io.",
                "http://localhost:5000/ | The registry endpoint 'http://localhost:5000/' has a scheme. Write localhost:5000.",
                "https://ghcr.io/shop/  | The registry endpoint 'https://ghcr.io/shop/' has a scheme."
                        + " Write the endpoint ghcr.io and the repository shop.",
                "ghcr.io/               | The registry endpoint 'ghcr.io/' ends with a slash. Write ghcr.io.",
                "ghcr.io/shop           | The registry endpoint 'ghcr.io/shop' has a path."
                        + " Write the endpoint ghcr.io and the repository shop.",
                "ghcr.io/shop/          | The registry endpoint 'ghcr.io/shop/' has a path."
                        + " Write the endpoint ghcr.io and the repository shop.",
                "' ghcr.io '            | The registry endpoint ' ghcr.io ' has spaces around it. Write ghcr.io.",
                "''                     | The registry endpoint is empty."
                        + " Write a host and an optional port, such as ghcr.io or localhost:5000.",
                "https://               | 'https://' is not a registry endpoint."
                        + " Write a host and an optional port, such as ghcr.io or localhost:5000.",
                "gh_cr.io               | 'gh_cr.io' is not a registry endpoint."
                        + " Write a host and an optional port, such as ghcr.io or localhost:5000.",
                "[:]                    | '[:]' is not a registry endpoint."
                        + " Write a host and an optional port, such as ghcr.io or localhost:5000.",
                "ghcr.io:               | 'ghcr.io:' is not a registry endpoint."
                        + " Write a host and an optional port, such as ghcr.io or localhost:5000.",
                "ghcr.io:0              | 0 is not a port. A port lies between 1 and 65535.",
                "ghcr.io:65536          | 65536 is not a port. A port lies between 1 and 65535.",
            })
    void saysWhatIsWrongAndWhatToWrite(String text, String message) {
        assertThatThrownBy(() -> RegistryHost.parse(text))
                .isInstanceOf(GrammarException.class)
                .hasMessage(message);
    }

    /** The first segment of an image name, by Aspire's rule. */
    @ParameterizedTest
    @CsvSource({
        "myapp,            false",
        "myorg,            false",
        "ghcr.io,          true",
        "localhost,        true",
        "LocalHost,        true",
        "localhost:5000,   true",
        "192.168.1.1:5000, true",
        "registry:5000,    true",
        "local,            false",
    })
    void tellsHostsFromPathComponents(String segment, boolean host) {
        assertThat(RegistryHost.looksLikeHost(segment)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,         true",
        "localhost:5000,    true",
        "app.localhost:80,  true",
        "127.0.0.1:5000,    true",
        "127.1.2.3,         true",
        "[::1]:5000,        true",
        "127.0.0.1.nip.io,  false",
        "localhost.example, false",
        "10.0.0.1,          false",
        "ghcr.io,           false",
    })
    void knowsItsOwnMachine(String text, boolean loopback) {
        assertThat(RegistryHost.parse(text).isLoopback()).isEqualTo(loopback);
    }
}
