package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample shop in an image layout on disk, and what a push leaves behind. */
class LayoutIT {
    private static Sample shop;
    private static BuildResult push;

    @BeforeAll
    static void pushOnce() {
        shop = Sample.copyOf("shop");
        push = MavenBuild.of(shop).intoBundle().run("aspire:push");
        assertThat(push).succeeded();
    }

    @NeedsSkopeo
    @ParameterizedTest
    @ValueSource(strings = {"api", "worker"})
    void isReadBySkopeo(String service) {
        String reference = "oci:" + shop.file("target/bundle") + ":" + service + ":1.0.0";
        try (RunningProcess skopeo =
                RunningProcess.start(new ProcessBuilder("skopeo", "inspect", "--format", "{{.Digest}}", reference))) {
            int exitCode = skopeo.exitCode(Duration.ofMinutes(1));

            assertThat(skopeo.lines()).containsExactly(push.digest(service));
            assertThat(exitCode).isZero();
        }
    }

    @Test
    void holdsBlobsUnderTheirDigestsOnly() throws IOException {
        try (Stream<Path> blobs = Files.list(shop.file("target/bundle/blobs/sha256"))) {
            assertThat(blobs)
                    .isNotEmpty()
                    .allSatisfy(blob -> assertThat(sha256(blob))
                            .isEqualTo(blob.getFileName().toString()));
        }
    }

    @Test
    void saysWhatWasPushed() {
        JsonNode images = push.images().path("images");

        assertThat(images.findValuesAsText("service")).containsExactlyInAnyOrder("api", "worker");
        for (JsonNode image : images) {
            String service = image.path("service").asText();
            assertThat(image.properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder(
                            "service",
                            "registry",
                            "references",
                            "digest",
                            "mediaType",
                            "platforms",
                            "size",
                            "blobs",
                            "bytesUploaded");
            assertThat(image.path("registry").asText()).isEqualTo("bundle");
            assertThat(image.path("references"))
                    .singleElement()
                    .satisfies(reference -> assertThat(reference.asText()).endsWith(service + ":1.0.0"));
            assertThat(image.path("digest").asText()).matches("sha256:[0-9a-f]{64}");
            assertThat(image.path("mediaType").asText()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
            assertThat(image.path("platforms"))
                    .singleElement()
                    .satisfies(platform -> assertThat(platform.asText()).startsWith("linux/"));
            assertThat(image.path("size").asLong()).isPositive();
            assertThat(image.path("blobs").properties())
                    .extracting(Map.Entry::getKey)
                    .containsExactlyInAnyOrder("uploaded", "mounted", "existing");
            assertThat(image.path("bytesUploaded").isIntegralNumber()).isTrue();
            assertThat(push.digest(service)).isEqualTo(image.path("digest").asText());
        }
    }

    @Test
    void saysHowTheStepsWent() {
        JsonNode pipeline = shop.json("target/aspire/pipeline.json");

        assertThat(pipeline.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("started", "durationMillis", "steps");
        assertThat(Instant.parse(pipeline.path("started").asText())).isNotNull();
        assertThat(pipeline.path("steps").findValuesAsText("name"))
                .contains(
                        "process-parameters", "package", "build-api", "upload-api", "push-api", "push-worker", "push");
        for (JsonNode step : pipeline.path("steps")) {
            assertThat(step.properties())
                    .extracting(Map.Entry::getKey)
                    .contains("name", "state", "startMillis", "durationMillis")
                    .isSubsetOf("name", "state", "startMillis", "durationMillis", "reason", "because");
            assertThat(step.path("state").asText()).isEqualTo("succeeded");
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
