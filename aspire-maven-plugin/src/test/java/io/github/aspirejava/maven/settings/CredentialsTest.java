package io.github.aspirejava.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.ContainerRegistry;
import io.github.aspirejava.app.DeclaredCredentials;
import io.github.aspirejava.app.InvalidModelException;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Parameter;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.TlsSettings;
import io.github.aspirejava.image.RegistryHost;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertMistakeOf(problem(
                        SettingsProblem.Severity.ERROR,
                        "Failed to decrypt password for server docker: org.example.DispatcherException:"
                                + " java.io.FileNotFoundException: /home/ann/security.xml (No such file)"))
                .withMessage("its password is encrypted, and Maven cannot decrypt it: Failed to decrypt password for"
                        + " server docker: /home/ann/security.xml (No such file). Check the master password in"
                        + " settings-security.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no more data available, parser stopped on END_TAG seen ...hunter2</master> @2:1",
                "unexpected character in markup (position: TEXT hunter2)",
                "expected end tag <master>hunter2",
                "cannot decrypt {hunter2}"
            })
    void whatAParserQuotesOfTheMasterPasswordIsNotRepeated(String message) {
        assertMistakeOf(problem(SettingsProblem.Severity.ERROR, message)).withMessageNotContaining("hunter2");
    }

    @Test
    void aPasswordThatTheDecrypterLeavesEncryptedIsAMistake() {
        assertMistakeOf(request -> new Decrypted(request.getServers().get(0), List.of()))
                .withMessageStartingWith("its password is encrypted, and Maven cannot decrypt it. Check")
                .withMessageNotContaining("cipher");
    }

    @Test
    void aWarningOfTheDecrypterIsNoMistake() throws IOException {
        Server decrypted = server("docker", "me");
        decrypted.setPassword("hunter2");
        SettingsDecrypter warning = request -> new Decrypted(
                decrypted,
                problem(SettingsProblem.Severity.WARNING, "the way of old").problems());

        assertThat(source(warning, server("docker", "me")).find(HOST, "docker")).isPresent();
    }

    @Test
    void aServerWithoutPasswordIsAMistake() {
        Server server = server("docker", "me");
        server.setPassword(null);

        assertThatIOException()
                .isThrownBy(() -> source(server).find(HOST, "docker"))
                .withMessage("it has no <username> or no <password>");
    }

    private static ThrowableAssertAlternative<IOException> assertMistakeOf(SettingsDecrypter decrypter) {
        return assertThatIOException()
                .isThrownBy(() -> source(decrypter, server("docker", "me")).find(HOST, "docker"));
    }

    private static ThrowableAssertAlternative<IOException> assertMistakeOf(Decrypted answer) {
        return assertMistakeOf(request -> answer);
    }

    private static Decrypted problem(SettingsProblem.Severity severity, String message) {
        return new Decrypted(
                server("docker", "me"), List.of(new DefaultSettingsProblem(message, severity, "", -1, -1, null)));
    }

    @Test
    void aParameterWithoutAValueInTheModelsCredentialsIsAMistake() throws InvalidModelException {
        Parameter unset = new Parameter("token", Origin.NONE, Optional.empty(), "", true, "");
        Text password = Text.parse("{token}", Origin.NONE, Map.of("token", unset), new Problems());
        ContainerRegistry registry = new ContainerRegistry(
                "docker",
                Origin.NONE,
                Text.literal("ghcr.io"),
                Optional.empty(),
                Optional.of(new DeclaredCredentials(Text.literal("me"), password)),
                TlsSettings.DEFAULT,
                false);
        AppModel model = AppModel.of(
                List.of(unset), List.of(registry), List.of(), List.of(), AppSettings.DEFAULT, new Problems());

        assertThatIOException()
                .isThrownBy(() -> new ModelCredentials(model).find(HOST, "docker"))
                .withMessage("a parameter in them has no value");
    }

    private static SettingsCredentials source(Server... servers) {
        return source(CredentialsTest::decrypt, servers);
    }

    private static SettingsCredentials source(SettingsDecrypter decrypter, Server... servers) {
        Settings settings = new Settings();
        for (Server server : servers) {
            settings.addServer(server);
        }
        return new SettingsCredentials(settings, decrypter);
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
