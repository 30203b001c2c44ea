package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services that Docker builds by BuildKit, because its legacy builder does not support secrets. */
@NeedsEngine
@NeedsRegistry
@NeedsSkopeo
class BuildxIT {
    /** A directory for DOCKER_CONFIG, which it/test creates: an installed buildx would be visible to all tests. */
    private static final Path DOCKER_CONFIG = Workspace.target("buildx");

    private static final String SERVICES = """
            <dockerfile><name>plain</name><context>plain</context></dockerfile>
            <dockerfile>
              <name>hidden</name>
              <context>hidden</context>
              <network>host</network>
              <buildSecrets>
                <buildSecret><name>token</name><value>{token}</value></buildSecret>
                <buildSecret><name>other</name><file>other.txt</file></buildSecret>
              </buildSecrets>
            </dockerfile>
            <dockerfile><name>wrong</name>
              <context>wrong</context>
              <network>host</network>
              <buildSecrets><buildSecret><name>token</name><value>{token}</value></buildSecret></buildSecrets>
            </dockerfile>
            <dockerfile><name>both</name>
              <context>both</context>
              <platforms><platform>linux/amd64</platform><platform>linux/arm64</platform></platforms>
            </dockerfile>
            """;

    private static RealRegistry registry;
    private static Sample docked;

    @BeforeAll
    static void write() {
        assumeTrue(
                Files.isExecutable(DOCKER_CONFIG.resolve("cli-plugins/docker-buildx")),
                "it/test could not download docker-buildx");
        registry = RealRegistry.open();
        String base = registry.host() + "/base:1";
        Skopeo.copy(Workspace.baseImage() + ":17-jre", "docker://" + base, "--dest-tls-verify=false");
        docked = DockerfileProject.of(registry.host(), base, List.of(), SERVICES);
        // BuildKit caches the output of a command regardless of its secrets: this one is different in each run.
        docked.write("hidden/Dockerfile", """
                FROM %s
                RUN --mount=type=secret,id=token --mount=type=secret,id=other \
                    ["java", "-Drun=%s", "@/run/secrets/token", "@/run/secrets/other"]
                COPY own.txt /own.txt
                """.formatted(base, UUID.randomUUID()));
        docked.write(
                "wrong/Dockerfile",
                "FROM %s\nRUN --mount=type=secret,id=token [\"java\", \"@/run/secrets/token\"]\n".formatted(base));
        docked.write("hidden/own.txt", "own");
        docked.write("other.txt", "-showversion");
        docked.write("plain/Dockerfile", "ARG BASE=%s\nFROM $BASE\nCOPY . /srv\n".formatted(base));
        docked.write("plain/.dockerignore", "**\n!own.txt\n");
        docked.write("plain/own.txt", "plain");
        docked.write("both/Dockerfile", "FROM scratch\nCOPY own.txt /own.txt\n");
        docked.write("both/own.txt", "both");
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private static BuildResult push(String services, String token) {
        return MavenBuild.of(docked)
                .property("aspire.services", services)
                .property("aspire.parameters.token", token)
                .environment("DOCKER_CONFIG", DOCKER_CONFIG.toString())
                .run("-X", "aspire:push");
    }

    @Test
    void givesSecretsToTheCommandsOfABuildAndNotToItsImage() {
        BuildResult push = push("hidden", "-version");

        assertThat(push).succeeded();
        assertThat(registry.digest("hidden", "1.0.0")).contains(push.digest("hidden"));
        StoredImage image = registry.image("hidden", push.digest("hidden"));
        assertThat(image.damagedParts()).isEmpty();
        JsonNode layers = Skopeo.manifest("docker://%s/hidden:1.0.0".formatted(registry.host()))
                .path("layers");
        byte[] last = image.bytes()
                .read("blobs", layers.path(layers.size() - 1).path("digest").asText());
        assertThat(LayerFiles.of(last)).containsExactly("own.txt");
        assertThat(docked.read("target/aspire/build-hidden.log")).contains("openjdk version");
    }

    @Test
    void saysWhichLineFailsAndShowsNoSecret() {
        BuildResult push = push("wrong", "--sesame-open");

        assertThat(push.exitCode()).isNotZero();
        assertThat(String.join("\n", push.lines()))
                .contains("The image of wrong cannot be built: wrong/Dockerfile:2: ")
                .contains("Unrecognized option: ***")
                .doesNotContain("sesame-open");
        assertThat(docked.read("target/aspire/build-wrong.log")).doesNotContain("sesame-open");
    }

    @Test
    void buildsAnOrdinaryDockerfileByBuildKitWithCredentialsOfTheModel() {
        BuildResult push = push("plain", "-version");

        assertThat(push).succeeded();
        assertThat(docked.read("target/aspire/build-plain.log")).contains("#1 [internal] load build definition");
        JsonNode layers = Skopeo.manifest("docker://%s/plain:1.0.0".formatted(registry.host()))
                .path("layers");
        byte[] last = registry.image("plain", push.digest("plain"))
                .bytes()
                .read("blobs", layers.path(layers.size() - 1).path("digest").asText());
        assertThat(LayerFiles.of(last)).contains("srv/own.txt").allMatch(name -> name.startsWith("srv/"));
        assertThat(docked.file("target/aspire/engine/plain.context")).doesNotExist();
    }

    /** Checks both cases: Docker's builder creates an index only if containerd stores the engine's images. */
    @Test
    void buildsForSeveralPlatformsOrAsksForABuilderThatCan() {
        BuildResult push = push("both", "-version");

        if (DockerEngine.output("info").stream().anyMatch(line -> line.contains("io.containerd.snapshotter"))) {
            assertThat(push).succeeded();
            JsonNode index = Skopeo.manifest("docker://%s/both:1.0.0".formatted(registry.host()));
            assertThat(registry.digest("both", "1.0.0")).contains(push.digest("both"));
            // Without attestations, which would be for no platform, and different each time.
            assertThat(index.path("manifests").findValuesAsText("architecture")).containsExactly("amd64", "arm64");
        } else {
            assertThat(push.exitCode()).isNotZero();
            assertThat(push.lines())
                    .anyMatch(line ->
                            line.contains("pom.xml:%d: Docker's default builder builds both for a single platform only."
                                    .formatted(docked.lineOf("pom.xml", "<name>both</name>"))));
        }
    }
}
