package io.github.aspirejava.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.Secret;
import io.github.aspirejava.oci.Json;
import io.github.aspirejava.oci.credential.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions of POSIX are checked")
class DockerConfigCopyTest {
    @TempDir
    Path directory;

    private DockerSettings settings(String content) throws IOException {
        Files.writeString(directory.resolve("config.json"), content);
        return new DockerSettings(Map.of("DOCKER_CONFIG", directory.toString()));
    }

    @Test
    void addsCredentialsToTheSettingsOfTheUser() throws IOException {
        DockerSettings settings = settings("""
                {"credsStore":"desktop","credHelpers":{"other.example":"pass","private.example":"pass"},
                 "auths":{"stored.example":{}},"currentContext":"desk","proxies":{"default":{"httpProxy":"http://p"}}}
                """);
        Files.createDirectories(directory.resolve("cli-plugins"));
        Path used;
        try (DockerConfigCopy copy =
                DockerConfigCopy.of(settings, Map.of("private.example", new Credentials("me", new Secret("sesame"))))) {
            Map<String, String> variables = copy.variables(settings, Map.of());
            used = Path.of(variables.get("DOCKER_CONFIG"));
            JsonNode content = Json.read(Files.readAllBytes(used.resolve("config.json")));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(used)))
                    .isEqualTo("rwx------");
            assertThat(variables)
                    .containsEntry("BUILDX_CONFIG", directory.resolve("buildx").toString());
            assertThat(used.resolve("cli-plugins")).isSymbolicLink();
            assertThat(content.path("auths")
                            .path("private.example")
                            .path("auth")
                            .asText())
                    .isEqualTo("bWU6c2VzYW1l");
            // The default store would hide the credentials; its own registries keep it.
            assertThat(content.has("credsStore")).isFalse();
            assertThat(content.path("credHelpers").toString())
                    .isEqualTo("{\"other.example\":\"pass\",\"stored.example\":\"desktop\"}");
            assertThat(content.path("currentContext").asText()).isEqualTo("desk");
            assertThat(content.path("proxies").has("default")).isTrue();
        }

        assertThat(used).doesNotExist();
        assertThat(directory.resolve("cli-plugins")).isDirectory();
    }

    @Test
    void makesTheArgumentsOfProxies() throws IOException {
        DockerSettings settings = settings("""
                {"proxies":{"default":{"httpProxy":"http://p:1","noProxy":"localhost"},"tcp://e:2375":{"allProxy":"socks5://p"}}}
                """);

        assertThat(settings.withProxies("unix:///run/docker.sock", Map.of("HTTP_PROXY", "http://own", "A", "b")))
                .containsOnly(
                        Map.entry("HTTP_PROXY", "http://own"),
                        Map.entry("http_proxy", "http://p:1"),
                        Map.entry("NO_PROXY", "localhost"),
                        Map.entry("no_proxy", "localhost"),
                        Map.entry("A", "b"));
        assertThat(settings.withProxies("tcp://e:2375", Map.of())).containsOnlyKeys("ALL_PROXY", "all_proxy");
    }

    @Test
    void readsSizesAsDockersCommandLine() {
        assertThat(ByteSize.parse("64")).isEqualTo(64);
        assertThat(ByteSize.parse("128m")).isEqualTo(128L << 20);
        assertThat(ByteSize.parse("1 GiB")).isEqualTo(1L << 30);
    }
}
