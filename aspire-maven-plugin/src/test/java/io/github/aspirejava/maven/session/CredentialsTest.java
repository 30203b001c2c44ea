package io.github.aspirejava.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final RegistryHost HOST = RegistryHost.parse("ghcr.io");

    @Test
    void theCommandLineNamesTheRegistry() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("aspire.registry.docker.username", "me");
        properties.setProperty("aspire.registry.docker.password", "hunter2");
        PropertyCredentials source = new PropertyCredentials(properties);

        assertThat(source.find(HOST, "docker"))
                .hasValueSatisfying(found -> assertThat(secret(found)).isEqualTo("me/hunter2"));
        assertThat(source.find(HOST, "other")).isEmpty();
    }

    @Test
    void halfOfThemOnTheCommandLineIsAMistake() {
        Properties properties = new Properties();
        properties.setProperty("aspire.registry.docker.password", "hunter2");

        assertThatIOException()
                .isThrownBy(() -> new PropertyCredentials(properties).find(HOST, "docker"))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aServerOfTheSettingsIsFoundByTheRegistrysNameBeforeItsHost() throws IOException {
        SettingsCredentials source = source(server("ghcr.io", "host"), server("docker", "name"));

        assertThat(source.find(HOST, "docker"))
                .hasValueSatisfying(found -> assertThat(found.username()).isEqualTo("name"));
        assertThat(source.find(HOST, "other"))
                .hasValueSatisfying(found -> assertThat(found.username()).isEqualTo("host"));
        assertThat(source.find(RegistryHost.parse("quay.io"), "other")).isEmpty();
    }

    @Test
    void theServersPasswordIsDecrypted() throws IOException {
        assertThat(source(server("docker", "me")).find(HOST, "docker"))
                .hasValueSatisfying(found -> assertThat(secret(found)).isEqualTo("me/decrypted {cipher}"));
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsAMistake() {
        Settings settings = new Settings();
        settings.addServer(server("docker", "me"));
        SettingsDecrypter refusing = request -> new Decrypted(
                request.getServers().get(0),
                List.of(new DefaultSettingsProblem(
                        "no master password", SettingsProblem.Severity.ERROR, "", -1, -1, null)));

        assertThatIOException()
                .isThrownBy(() -> new SettingsCredentials(settings, refusing).find(HOST, "docker"))
                .withMessageContaining("no master password");
    }

    private static SettingsCredentials source(Server... servers) {
        Settings settings = new Settings();
        for (Server server : servers) {
            settings.addServer(server);
        }
        return new SettingsCredentials(settings, CredentialsTest::decrypt);
    }

    private static Server server(String id, String username) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword("{cipher}");
        return server;
    }

    private static SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        Server server = request.getServers().get(0).clone();
        server.setPassword("decrypted " + server.getPassword());
        return new Decrypted(server, List.of());
    }

    private static String secret(Credentials credentials) {
        return credentials.username() + "/" + credentials.password().reveal();
    }

    private record Decrypted(Server server, List<SettingsProblem> problems) implements SettingsDecryptionResult {
        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public Proxy getProxy() {
            throw new AssertionError("Nobody asks for a proxy");
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
