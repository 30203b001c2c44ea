package io.github.aspirejava.oci.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aspirejava.image.RegistryHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerConfigCredentialsTest {
    private static final RegistryHost GHCR = RegistryHost.parse("ghcr.io");
    private static final RegistryHost LOCAL = RegistryHost.parse("localhost:5000");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io", "https://ghcr.io", "https://ghcr.io/v1/", "http://ghcr.io/v2", "GHCR.io"})
    void anEntryIsFoundByAnyNameOfItsRegistry(String key) throws IOException {
        config("{'auths': {'ghcr.io.example': {}, '%s': {'auth': '%s'}}}".formatted(key, base64("ann:pw")));

        assertThat(found(GHCR)).contains("ann/pw");
        assertThat(found(LOCAL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://index.docker.io/v1/", "docker.io", "index.docker.io", "registry-1.docker.io"})
    void dockerHubIsFoundByAnyOfItsNames(String key) throws IOException {
        config("{'auths': {'%s': {'auth': '%s'}}}".formatted(key, base64("ann:pw")));

        assertThat(found(RegistryHost.DOCKER_HUB)).contains("ann/pw");
    }

    @Test
    void theVeryNameGoesBeforeOtherNames() throws IOException {
        config("{'auths': {'https://ghcr.io': {'auth': '%s'}, 'ghcr.io': {'auth': '%s'}}}"
                .formatted(base64("old:pw"), base64("new:pw")));

        assertThat(found(GHCR)).contains("new/pw");
    }

    @Test
    void thePortIsPartOfTheName() throws IOException {
        config("{'auths': {'localhost': {'auth': '%s'}, 'localhost:5000': {'auth': '%s'}}}"
                .formatted(base64("other:pw"), base64("ann:pw")));

        assertThat(found(LOCAL)).contains("ann/pw");
    }

    @Test
    void podmansKeysOfSingleRepositoriesAreNoRegistries() throws IOException {
        config("{'auths': {'ghcr.io/ann/shop': {'auth': '%s'}}}".formatted(base64("ann:pw")));

        assertThat(found(GHCR)).isEmpty();
    }

    @Test
    void aPasswordMayHoldColons() throws IOException {
        config("{'auths': {'ghcr.io': {'auth': '%s'}}}".formatted(base64("ann:p:w:")));

        assertThat(found(GHCR)).contains("ann/p:w:");
    }

    @Test
    void userAndPasswordMayStandInFieldsOfTheirOwn() throws IOException {
        config("{'auths': {'ghcr.io': {'username': 'ann', 'password': 'pw'}}}");

        assertThat(found(GHCR)).contains("ann/pw");
    }

    @Test
    void anIdentityTokenGoesBeforeThePasswordBesideIt() throws IOException {
        config("{'auths': {'ghcr.io': {'auth': '%s', 'identitytoken': 'refresh'}}}".formatted(base64("ann:")));

        assertThat(source().find(GHCR, "hub")).hasValueSatisfying(credentials -> {
            assertThat(credentials.isIdentityToken()).isTrue();
            assertThat(credentials.password().reveal()).isEqualTo("refresh");
        });
        assertThat(answer(GHCR)).isEqualTo(file() + ": an identity token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'auths': {'ghcr.io': {}}}", "{'auths': null, 'credsStore': ''}", "[]", ""})
    void aFileWithoutCredentialsHasNothing(String content) throws IOException {
        config(content);

        assertThat(answer(GHCR)).isEqualTo(file() + ": nothing");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        assertThat(answer(GHCR)).isEqualTo(file() + " (there is no such file): nothing");
    }

    @Test
    void aFileThatIsNotJsonIsShownTheLineOfWithoutAWordOfIt() throws IOException {
        config("{'auths': {\n  'ghcr.io': {'password': hunter2}}}");

        assertThat(answer(GHCR)).isEqualTo(file() + ": it is not JSON. Look at its line 2, column 27");
        assertThatIOException()
                .isThrownBy(() -> source().find(GHCR, "hub"))
                .withNoCause()
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aDirectoryInItsPlaceIsSaidToBeUnreadable() throws IOException {
        Files.createDirectory(file());

        assertThat(answer(GHCR)).startsWith(file() + ": it cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2!", "aHVudGVyMg=="})
    void anEntryThatIsNoUserAndPasswordIsSaidToBeBroken(String auth) throws IOException {
        config("{'auths': {'ghcr.io': {'auth': '%s'}}}".formatted(auth));

        assertThat(answer(GHCR))
                .startsWith(file() + ": the 'auth' of its entry for ghcr.io is not user:password")
                .doesNotContain("hunter2", auth);
    }

    @Test
    void theHelperOfTheRegistryGoesBeforeTheOneForAllAndBeforeTheFile() throws IOException {
        config("{'credHelpers': {'ghcr.io': 'own'}, 'credsStore': 'all', 'auths': {'ghcr.io': {'auth': '%s'}}}"
                .formatted(base64("file:pw")));
        helper("own", "echo '{\"ServerURL\":\"x\",\"Username\":\"own\",\"Secret\":\"pw\"}'");
        helper("all", "echo '{\"ServerURL\":\"x\",\"Username\":\"all\",\"Secret\":\"pw\"}'");

        assertThat(found(GHCR)).contains("own/pw");
        assertThat(found(LOCAL)).contains("all/pw");
        assertThat(answer(GHCR)).isEqualTo(file() + ": helper 'docker-credential-own' for ghcr.io: user 'own'");
    }

    @Test
    void aRegistryWithAnEmptyHelperOfItsOwnIsLeftOutOfTheStoreForAll() throws IOException {
        config("{'credHelpers': {'ghcr.io': ''}, 'credsStore': 'missing', 'auths': {'ghcr.io': {'auth': '%s'}}}"
                .formatted(base64("ann:pw")));

        assertThat(found(GHCR)).contains("ann/pw");
    }

    @Test
    void theFileIsAskedWhenTheHelperHasNothing() throws IOException {
        config("{'credsStore': 'empty', 'auths': {'ghcr.io': {'auth': '%s'}, 'localhost:5000': {}}}"
                .formatted(base64("ann:pw")));
        helper("empty", "echo 'credentials not found in native keychain'; exit 1");

        assertThat(found(GHCR)).contains("ann/pw");
        assertThat(answer(LOCAL)).isEqualTo(file() + ": helper 'docker-credential-empty' for localhost:5000: nothing");
    }

    @Test
    void theHelperIsAskedForDockerHubByTheNameThatDockerGivesIt() throws IOException {
        config("{'credHelpers': {'docker.io': 'echo'}}");
        helper("echo", "read server; echo '{\"Username\":\"'$1'\",\"Secret\":\"'$server'\"}'");

        assertThat(found(RegistryHost.DOCKER_HUB)).contains("get/https://index.docker.io/v1/");
    }

    @Test
    void aHelperThatIsNotInstalledIsNamedWithTheFileThatWantsIt() throws IOException {
        config("{'credsStore': 'desktop'}");

        assertThat(answer(GHCR))
                .isEqualTo(file() + ": helper 'docker-credential-desktop' for ghcr.io: there is no program"
                        + " docker-credential-desktop on the PATH. Install it, or take it out of the file");
    }

    @ParameterizedTest
    @CsvSource({"quay.io/org/team/api, team", "quay.io/org/other, org", "quay.io/else, host", "quay.io/organ, host"})
    void theNearestParentOfARepositoryGoesBeforeItsHost(String repository, String user) throws IOException {
        config(
                "{'auths':{'quay.io':{'auth':'%s'},'quay.io/org':{'auth':'%s'},'https://quay.io/org/team':{'auth':'%s'}}}"
                        .formatted(base64("host:pw"), base64("org:pw"), base64("team:pw")));

        assertThat(source().find(RegistryHost.parse("quay.io"), "quay", repository.substring("quay.io/".length())))
                .hasValueSatisfying(found -> assertThat(found.username()).isEqualTo(user));
    }

    @Test
    void lineBreaksInAnEntryDoNotMatter() throws IOException {
        String encoded = base64("bob:" + "x".repeat(100)).replaceAll("(.{76})", "$1\\\\n");
        config("{'auths':{'ghcr.io':{'auth':'%s'}}}".formatted(encoded));

        assertThat(found(RegistryHost.parse("ghcr.io"))).contains("bob/" + "x".repeat(100));
    }

    @Test
    void aRegistryTokenIsReadAsOne() throws IOException {
        config("{'auths':{'ghcr.io':{'registrytoken':'as-it-is'}}}");

        assertThat(source().find(RegistryHost.parse("ghcr.io"), "hub"))
                .hasValueSatisfying(found -> assertThat(found.isRegistryToken()).isTrue());
    }

    @Test
    void theFileIsAskedWhenTheHelperFails() throws IOException {
        helper("broken", "echo 'pass not initialized'; exit 1");
        for (String helpers : List.of("'credsStore':'missing'", "'credHelpers':{'ghcr.io':'broken'}")) {
            config("{%s,'auths':{'ghcr.io':{'auth':'%s'}}}".formatted(helpers, base64("bob:pw")));

            assertThat(found(RegistryHost.parse("ghcr.io"))).contains("bob/pw");
        }
    }

    @Test
    void theVariableIsAskedAfterDockersFile(@TempDir Path home) {
        Map<String, String> environment =
                Map.of("DOCKER_AUTH_CONFIG", "{\"auths\":{\"ghcr.io\":{\"auth\":\"%s\"}}}".formatted(base64("bob:pw")));
        List<CredentialSource> sources =
                DockerConfigCredentials.of(environment, new HomeDirectory(Map.of(), home.toString()));

        CredentialChain.Lookup lookup = new CredentialChain(sources).find(RegistryHost.parse("ghcr.io"), "hub");

        assertThat(lookup.credentials())
                .hasValueSatisfying(found -> assertThat(found.username()).isEqualTo("bob"));
        assertThat(lookup.answers())
                .containsExactly(
                        home.resolve(".docker/config.json") + " (there is no such file): nothing",
                        "environment variable DOCKER_AUTH_CONFIG: user 'bob'");
    }

    @Test
    void aVariableThatIsNotJsonIsNotQuoted(@TempDir Path home) {
        List<CredentialSource> sources = DockerConfigCredentials.of(
                Map.of("DOCKER_AUTH_CONFIG", "hunter2"), new HomeDirectory(Map.of(), home.toString()));

        assertThat(new CredentialChain(sources)
                        .find(RegistryHost.parse("ghcr.io"), "hub")
                        .answers())
                .anySatisfy(answer -> assertThat(answer)
                        .startsWith("environment variable DOCKER_AUTH_CONFIG: it is not JSON")
                        .doesNotContain("hunter2"));
    }

    @Test
    void dockersFileIsAskedBeforePodmans() {
        Path home = Path.of("/home/ann");
        String config = "/home/ann/.config/containers/auth.json";

        assertThat(places(Map.of(), home))
                .startsWith("/home/ann/.docker/config.json")
                .anyMatch(place -> place.matches("/run/containers/\\d+/auth.json"))
                .endsWith(config);
        assertThat(places(Map.of("HOME", "/github/home", "DOCKER_CONFIG", " "), home))
                .startsWith("/github/home/.docker/config.json")
                .endsWith("/github/home/.config/containers/auth.json");
        assertThat(places(Map.of("DOCKER_CONFIG", "/etc/docker", "XDG_RUNTIME_DIR", "/run/user/0"), home))
                .containsExactly("/etc/docker/config.json", "/run/user/0/containers/auth.json", config);
        assertThat(places(Map.of("XDG_CONFIG_HOME", "/home/ann/conf", "XDG_RUNTIME_DIR", "/run/user/0"), home))
                .endsWith("/run/user/0/containers/auth.json", "/home/ann/conf/containers/auth.json");
        assertThat(places(Map.of("REGISTRY_AUTH_FILE", "/run/auth.json", "XDG_RUNTIME_DIR", "/run/user/0"), home))
                .containsExactly("/home/ann/.docker/config.json", "/run/auth.json");
    }

    private static List<String> places(Map<String, String> environment, Path home) {
        return DockerConfigCredentials.of(environment, new HomeDirectory(environment, home.toString())).stream()
                .map(source -> source.describe(GHCR, "hub").replace(" (there is no such file)", ""))
                .toList();
    }

    private Path file() {
        return directory.resolve("config.json");
    }

    /** Writes the configuration, with single quotes for double ones. */
    private void config(String content) throws IOException {
        Files.writeString(file(), content.replace('\'', '"'));
    }

    private void helper(String name, String script) throws IOException {
        HelperScript.write(directory, name, script);
    }

    private CredentialSource source() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PATH", directory.toString());
        return new DockerConfigCredentials(file(), environment, Duration.ofMinutes(1));
    }

    private Optional<String> found(RegistryHost host) throws IOException {
        return source().find(host, "hub")
                .map(found -> found.username() + "/" + found.password().reveal());
    }

    private String answer(RegistryHost host) {
        return new CredentialChain(List.of(source()))
                .find(host, "hub")
                .answers()
                .get(0);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
