package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services that Podman builds, with the features for which Docker needs BuildKit. */
@NeedsPodman
@NeedsRegistry
@NeedsSkopeo
class PodmanIT {
    private static final List<String> PLAIN = List.of("plain");
    private static final String MORE = """
            <dockerfile>
              <name>hidden</name>
              <context>hidden</context>
              <buildSecrets>
                <buildSecret><name>token</name><value>{token}</value></buildSecret>
                <buildSecret><name>other</name><file>other.txt</file></buildSecret>
              </buildSecrets>
            </dockerfile>
            <dockerfile>
              <name>both</name>
              <context>both</context>
              <platforms><platform>linux/amd64</platform><platform>linux/arm64</platform></platforms>
            </dockerfile>
            """;
    /** A text that java would read as an argument from a file of arguments. */
    private static final String SECRET = "-version";

    private static RealRegistry registry;
    private static PodmanService podman;
    private static Sample docked;
    private static BuildResult push;

    @BeforeAll
    static void pushOnce() {
        registry = RealRegistry.open();
        podman = PodmanService.start();
        String base = registry.host() + "/base:1";
        Skopeo.copy(Workspace.baseImage() + ":17-jre", "docker://" + base, "--dest-tls-verify=false");
        docked = DockerfileProject.of(registry.host(), base, PLAIN, MORE);
        docked.write(
                "hidden/Dockerfile",
                "FROM %s\nRUN --mount=type=secret,id=token [\"java\", \"@/run/secrets/token\"]\n".formatted(base));
        docked.write("other.txt", "sesame-open");
        docked.write("both/Dockerfile", "FROM scratch\nCOPY own.txt /own.txt\n");
        docked.write("both/own.txt", "both");
        push = MavenBuild.of(docked)
                .property("aspire.parameters.token", SECRET)
                .environment("ASPIRE_CONTAINER_RUNTIME", "podman")
                .environment("CONTAINER_HOST", podman.host())
                .run("-X", "aspire:push");
        assertThat(push).succeeded();
    }

    @AfterAll
    static void stop() {
        if (podman != null) {
            podman.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void pushesEachImageUnderTheDigestThatItSays() {
        for (String service : List.of("edge", "plain", "hidden")) {
            assertThat(registry.digest(service, "1.0.0")).contains(push.digest(service));
            assertThat(registry.image(service, push.digest(service)).damagedParts())
                    .isEmpty();
        }
    }

    @Test
    void givesASecretToTheCommandsOfABuildAndNotToItsImage() {
        JsonNode manifest = Skopeo.manifest("docker://%s/hidden:1.0.0".formatted(registry.host()));
        StoredImage image = registry.image("hidden", push.digest("hidden"));
        byte[] last = image.bytes()
                .read(
                        "blobs",
                        manifest.path("layers")
                                .path(manifest.path("layers").size() - 1)
                                .path("digest")
                                .asText());

        assertThat(docked.read("target/aspire/build-hidden.log")).contains("openjdk");
        assertThat(LayerFiles.of(last)).noneMatch(name -> name.contains("secret") && name.contains("token"));
        assertThat(push.lines()).noneMatch(line -> line.contains("sesame-open"));
    }

    @Test
    void makesAnIndexOfWhatItBuildsForSeveralPlatforms() {
        JsonNode index = Skopeo.manifest("docker://%s/both:1.0.0".formatted(registry.host()));

        assertThat(registry.digest("both", "1.0.0")).contains(push.digest("both"));
        assertThat(index.path("manifests").findValuesAsText("architecture")).containsExactly("amd64", "arm64");
    }
}
