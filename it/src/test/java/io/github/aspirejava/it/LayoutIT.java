package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample shop in an image layout on disk, and the files that a push writes. */
class LayoutIT {
    private static Sample shop;
    private static Path loadedClasses;
    private static BuildResult push;

    @BeforeAll
    static void pushOnce() {
        shop = Sample.copyOf("shop");
        loadedClasses = Workspace.newDirectory("classes");
        push = MavenBuild.of(shop)
                .intoBundle()
                .jvmOptions(List.of("-Xlog:class+load:file=" + loadedClasses.resolve("%p.txt")))
                .run("aspire:push");
        assertThat(push).succeeded();
    }

    @Test
    void loadsNothingThatOnlyModelsWithAzureOrAnEngineNeed() throws IOException {
        // One for the Maven that packages the modules, too.
        StringBuilder loaded = new StringBuilder();
        try (Stream<Path> logs = Files.list(loadedClasses)) {
            for (Path log : logs.toList()) {
                loaded.append(Files.readString(log));
            }
        }
        assertThat(loaded.toString())
                .contains(" io.github.aspirejava.push.Pusher ")
                .doesNotContain(
                        " io.github.aspirejava.azure.",
                        " io.github.aspirejava.engine.",
                        " com.azure.",
                        " com.github.dockerjava.");
    }

    @NeedsSkopeo
    @ParameterizedTest
    @ValueSource(strings = {"api", "worker"})
    void isReadBySkopeo(String service) {
        assertThat(Skopeo.digest("oci:" + shop.file("target/bundle") + ":" + service + ":1.0.0"))
                .isEqualTo(push.digest(service));
    }

    @NeedsSkopeo
    @Test
    void takesTheImagesOfTwoProcessesAtOnce() throws IOException {
        Path bundle = Workspace.newDirectory("bundle");
        List<String> services = List.of("api", "worker");

        List<BuildResult> pushes = services.stream()
                .map(service -> CompletableFuture.supplyAsync(() -> pushInto(bundle, service)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(pushes).allSatisfy(result -> assertThat(result).succeeded());
        for (int i = 0; i < 2; i++) {
            for (String tag : List.of("1", "latest")) {
                assertThat(Skopeo.digest("oci:%s:%s:%s".formatted(bundle, services.get(i), tag)))
                        .isEqualTo(pushes.get(i).digest(services.get(i)));
            }
        }
        assertThat(new ObjectMapper()
                        .readTree(bundle.resolve("index.json").toFile())
                        .findValuesAsText("org.opencontainers.image.ref.name"))
                .containsExactly("api:1", "api:latest", "worker:1", "worker:latest");
        assertThat(bundle.resolve("blobs/sha256")).isDirectoryNotContaining("glob:**.part");
    }

    private static BuildResult pushInto(Path bundle, String service) {
        Sample sample = Sample.copyOf("shop").replace("pom.xml", "target/bundle", bundle.toString());
        return MavenBuild.of(sample)
                .intoBundle()
                .property("aspire.services", service)
                .property("aspire.tags", "1,latest")
                .run("aspire:push");
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
                            "state",
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
