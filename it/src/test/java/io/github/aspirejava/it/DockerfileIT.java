package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Services that Docker builds, pushed to a real registry. */
@NeedsEngine
@NeedsRegistry
@NeedsSkopeo
class DockerfileIT {
    private static final List<String> PLAIN =
            IntStream.rangeClosed(1, 7).mapToObj("plain-%d"::formatted).toList();
    private static final String BROKEN = """
            <dockerfile><name>broken</name><context>broken</context></dockerfile>
            <dockerfile>
              <name>hidden</name>
              <context>hidden</context>
              <buildSecrets><buildSecret><name>token</name><value>{token}</value></buildSecret></buildSecrets>
            </dockerfile>
            """;

    private static RealRegistry registry;
    private static Sample docked;
    private static BuildResult firstPush;

    @BeforeAll
    static void pushOnce() {
        registry = RealRegistry.open();
        String base = registry.host() + "/base:1";
        Skopeo.copy(Workspace.baseImage() + ":17-jre", "docker://" + base, "--dest-tls-verify=false");
        docked = DockerfileProject.of(registry.host(), base, PLAIN, BROKEN);
        docked.write(
                "broken/Dockerfile",
                "# what fails\nFROM %s\nRUN [\"java\", \\\n     \"--no-such-option\"]\n".formatted(base));
        docked.write("hidden/Dockerfile", "FROM %s\n".formatted(base));
        registry.forgetRequests();
        firstPush = push("edge," + String.join(",", PLAIN));
        assertThat(firstPush).succeeded();
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private static BuildResult push(String services) {
        return MavenBuild.of(docked)
                .property("aspire.services", services)
                .property("aspire.parameters.token", "sesame-open")
                .run("aspire:push");
    }

    private static JsonNode manifest(String service) {
        return Skopeo.manifest("docker://%s/%s:1.0.0".formatted(registry.host(), service));
    }

    @Test
    void pushesEachImageUnderTheDigestThatItSays() {
        List<String> services = new ArrayList<>(PLAIN);
        services.add("edge");
        for (String service : services) {
            assertThat(registry.digest(service, "1.0.0")).contains(firstPush.digest(service));
            assertThat(registry.image(service, firstPush.digest(service)).damagedParts())
                    .isEmpty();
        }
    }

    @Test
    void bringsALayerThatAllShareToTheRegistryAtMostOnce() {
        String base = manifest("edge").path("layers").path(0).path("digest").asText();

        assertThat(PLAIN)
                .allSatisfy(service -> assertThat(manifest(service)
                                .path("layers")
                                .path(0)
                                .path("digest")
                                .asText())
                        .isEqualTo(base));
        assertThat(registry.requests())
                .filteredOn(RegistryRequest::putsBlob)
                .filteredOn(request -> request.path().contains(base.substring("sha256:".length())))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void leavesOutWhatIsIgnoredAndBuildsTheStageWithItsArguments() {
        JsonNode layers = manifest("edge").path("layers");
        byte[] own = registry.image("edge", firstPush.digest("edge"))
                .bytes()
                .read("blobs", layers.path(layers.size() - 1).path("digest").asText());
        JsonNode configuration = Skopeo.configuration("docker://%s/edge:1.0.0".formatted(registry.host()));

        assertThat(LayerFiles.of(own)).containsExactlyInAnyOrder("srv/kept/yes.txt", "srv/sub/deep.txt");
        assertThat(configuration.path("config").path("Env"))
                .extracting(JsonNode::asText)
                .contains("GREETING=hello");
        assertThat(configuration.path("config").path("Labels").path("team").asText())
                .isEqualTo("edge");
    }

    @Test
    void writesNothingTheSecondTime() {
        registry.forgetRequests();

        BuildResult second = push("edge," + PLAIN.get(0));

        assertThat(second).succeeded();
        assertThat(second.images().path("images").findValuesAsText("state")).containsExactly("existing", "existing");
        assertThat(registry.requests())
                .noneMatch(RegistryRequest::bringsBytes)
                .noneMatch(RegistryRequest::putsManifest);
    }

    @Test
    void saysWhatFailsInWhichLineAndWhatTheEngineSaidAndKeepsSecretsFromDockersOwnBuilder() {
        BuildResult failed = push("broken,hidden");

        assertThat(failed.exitCode()).isNotZero();
        assertThat(String.join("\n", failed.lines()))
                .contains("pom.xml:%d: The image of broken cannot be built: broken/Dockerfile:3: "
                        .formatted(docked.lineOf("pom.xml", "<name>broken</name>")))
                .contains("Unrecognized option: --no-such-option")
                .contains("pom.xml:%d: The <buildSecret> token of hidden needs BuildKit"
                        .formatted(docked.lineOf("pom.xml", "<name>token</name><value>{token}")))
                .doesNotContain("sesame-open");
    }

    @Test
    void loadsAnImageThatWasBuiltWithoutAnEngine() {
        Sample shop = Sample.copyOf("shop");

        BuildResult built = MavenBuild.of(shop)
                .property("aspire.parameters.registry-endpoint", "loaded.example")
                .property("aspire.services", "api")
                .property("aspire.load", "true")
                .run("package", "aspire:build-images");

        assertThat(built).succeeded();
        assertThat(DockerEngine.output(
                        "run", "--rm", "--entrypoint", "java", "loaded.example/shop/api:1.0.0", "-version"))
                .anyMatch(line -> line.contains("openjdk version \"17"));
    }
}
