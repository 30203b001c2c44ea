package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Base images of other formats and compressions than the one of it/base. */
@NeedsRegistry
@NeedsSkopeo
class BaseFormatIT {
    private static final String DOCKER = "application/vnd.docker.";
    private static final String ZSTD = "application/vnd.oci.image.layer.v1.tar+zstd";

    private static RealRegistry registry;
    /** A registry of its own: skopeo would take layers with another compression that it knows to be in a registry. */
    private static RealRegistry registryOfZstd;

    @BeforeAll
    static void convertTheBaseImage() {
        registry = RealRegistry.open();
        registryOfZstd = RealRegistry.open();
        Skopeo.copy(Workspace.baseImage(), "docker://" + base("docker"), "--format", "v2s2");
        // A copy to a directory makes skopeo compress anew, a copy to a registry does not.
        String directory = "dir:" + Workspace.newDirectory("zstd");
        Skopeo.copy(Workspace.baseImage(), directory, "--dest-compress", "--dest-compress-format", "zstd");
        Skopeo.copy(directory, "docker://" + base("zstd"));
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
        if (registryOfZstd != null) {
            registryOfZstd.close();
        }
    }

    @Test
    @NeedsEngine
    void givesAnImageOfDockersFormatThatRuns() {
        String reference = push("docker");

        JsonNode manifest = Skopeo.manifest("docker://" + reference);
        assertThat(manifest.findValuesAsText("mediaType"))
                .hasSizeGreaterThan(3)
                .allSatisfy(type -> assertThat(type).startsWith(DOCKER));
        assertRuns(reference);
    }

    /** Docker 20.10 reads no zstd, so skopeo decompresses the layers. */
    @Test
    void passesLayersWithZstdOn() {
        String reference = push("zstd");

        JsonNode layers = Skopeo.manifest("docker://" + reference).path("layers");
        assertThat(layers.get(0))
                .isEqualTo(Skopeo.manifest("docker://" + base("zstd"))
                        .path("layers")
                        .get(0));
        assertThat(layers.get(0).path("mediaType").asText()).isEqualTo(ZSTD);
        Path unpacked = Workspace.newDirectory("unpacked");
        Skopeo.copy("docker://" + reference, "dir:" + unpacked, "--src-tls-verify=false", "--dest-decompress");
        assertThat(unpacked.resolve("manifest.json")).exists();
    }

    @Test
    void givesAnImageOfOcisFormatInALayoutWhereSkopeoReadsNoOther() {
        Sample shop = Sample.copyOf("shop");
        BuildResult push = MavenBuild.of(shop)
                .property("shop.base", base("docker"))
                .intoBundle()
                .run("aspire:push");

        assertThat(push).succeeded();
        String reference = "oci:" + shop.file("target/bundle") + ":api:1.0.0";
        assertThat(Skopeo.manifest(reference).findValuesAsText("mediaType")).noneMatch(type -> type.startsWith(DOCKER));
        assertThat(Skopeo.digest(reference)).isEqualTo(push.digest("api"));
    }

    private static String base(String tag) {
        RealRegistry holder = tag.equals("zstd") ? registryOfZstd : registry;
        return holder.host() + "/library/java:" + tag;
    }

    /** Pushes the sample on that base, and returns the reference of its api's image. */
    private static String push(String base) {
        BuildResult push = MavenBuild.of(Sample.copyOf("shop"))
                .property("shop.base", base(base))
                .property("aspire.parameters.registry-endpoint", registry.host())
                .property("aspire.parameters.registry-repository", base)
                .run("aspire:push");
        assertThat(push).succeeded();
        return registry.host() + "/" + base + "/api:1.0.0";
    }

    private static void assertRuns(String reference) {
        try (DockerEngine.Container api = DockerEngine.run(reference, Pattern.compile("api is listening on port"))) {
            assertThat(api.get("/health")).isEqualTo("{\"status\":\"up\"}");
        }
    }
}
