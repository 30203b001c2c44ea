package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.ImageSource;
import io.github.aspirejava.oci.ManifestContent;
import io.github.aspirejava.oci.MediaTypes;
import io.github.aspirejava.oci.layout.LayoutDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseImageTest {
    private static final Platform AMD64 = Platform.LINUX_AMD64;
    private static final Platform ARM64 = Platform.parse("linux/arm64");
    private static final String DIFF_ID = "sha256:" + "1".repeat(64);
    private static final String CONFIG = """
            {"architecture":"amd64","os":"linux","author":"ann","moby.extension":{"kept":true},
             "config":{"Env":["PATH=/opt/java/bin","LANG=C.UTF-8"],"User":"1000","WorkingDir":"/home/app",
                       "Entrypoint":["/old"],"Cmd":["jshell"],"Labels":{"a":"b"}},
             "rootfs":{"type":"layers","diff_ids":["%s"]},
             "history":[{"created_by":"ADD"},{"created_by":"ENV","empty_layer":true}]}
            """.formatted(DIFF_ID);

    @TempDir
    Path directory;

    private final MemoryImageSource source = new MemoryImageSource();
    private SampleModule sample;
    private LayerCache cache;

    @BeforeEach
    void open() throws Exception {
        sample = SampleModule.idle(directory.resolve("project"));
        cache = LayerCache.open(directory.resolve("cache"));
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private ImageContent build(Platform... platforms) throws Exception {
        BaseImage base = new BaseImage.Existing(source, "17", "java:17");
        return new JavaImageBuilder(cache)
                .build(
                        JavaImageRequest.of(sample.module(), base).withPlatforms(List.of(platforms)),
                        new Cancellation());
    }

    private static String minimalConfig(String architecture) {
        return "{\"architecture\":\"%s\",\"os\":\"linux\",\"rootfs\":{\"diff_ids\":[\"%s\"]}}"
                .formatted(architecture, DIFF_ID);
    }

    private void index(ManifestContent amd64, ManifestContent arm64) {
        index(MediaTypes.OCI_INDEX, amd64, arm64);
    }

    private void index(String mediaType, ManifestContent amd64, ManifestContent arm64) {
        source.manifest(
                "17",
                mediaType,
                "{\"schemaVersion\":2,\"manifests\":[%s,%s,%s]}"
                        .formatted(
                                entry(arm64, "\"os\":\"linux\",\"architecture\":\"arm64\",\"variant\":\"v8\""),
                                entry(amd64, "\"os\":\"unknown\",\"architecture\":\"unknown\""),
                                entry(amd64, "\"os\":\"linux\",\"architecture\":\"amd64\"")));
    }

    private static String entry(ManifestContent manifest, String platform) {
        String json = MemoryImageSource.json(manifest.descriptor());
        return json.substring(0, json.length() - 1) + ",\"platform\":{" + platform + "}}";
    }

    @Test
    void handsItsConfigurationDown() throws Exception {
        source.image("17", CONFIG, "base layer");

        JsonNode config = new WrittenImage(build()).config();

        assertThat(config.path("author").asText()).isEqualTo("ann");
        assertThat(config.path("moby.extension").path("kept").asBoolean()).isTrue();
        JsonNode run = config.path("config");
        assertThat(run.path("Env").get(0).asText()).isEqualTo("PATH=/opt/java/bin");
        assertThat(run.path("User").asText()).isEqualTo("1000");
        assertThat(run.path("WorkingDir").asText()).isEqualTo("/home/app");
        assertThat(run.path("Labels").path("a").asText()).isEqualTo("b");
        assertThat(run.path("Entrypoint").get(0).asText()).isEqualTo("java");
        assertThat(run.has("Cmd")).isFalse();
        assertThat(config.path("rootfs").path("diff_ids").get(0).asText()).isEqualTo(DIFF_ID);
        assertThat(config.path("rootfs").path("diff_ids")).hasSize(2);
        assertThat(config.path("history")).hasSize(3);
        assertThat(config.path("history").get(2).path("comment").asText()).isEqualTo("application");
    }

    @Test
    void putsItsLayersBelowAndDoesNotReadThem() throws Exception {
        ManifestContent base = source.image("17", CONFIG, "base layer");
        Digest layer = Digest.of("base layer".getBytes(StandardCharsets.UTF_8));

        ImageContent image = build();

        assertThat(source.opened).doesNotContain(layer).hasSize(1);
        assertThat(image.root().descriptor()).isNotEqualTo(base.descriptor());
        assertThat(image.blobs()).hasSize(3);
        Blob lowest = image.blobs().get(0);
        assertThat(lowest.descriptor().digest()).isEqualTo(layer);
        assertThat(lowest.origin()).isEqualTo(source.origin()).isPresent();
        assertThat(image.blobs().get(1).origin()).isEmpty();
        try (InputStream in = lowest.open()) {
            assertThat(in).hasContent("base layer");
        }
        assertThat(new WrittenImage(image).layers().get(0)).isEqualTo(layer.toString());
    }

    @Test
    void mayLeaveOutEverythingThatIsOptional() throws Exception {
        source.image("17", "{\"config\":null,\"rootfs\":{\"diff_ids\":[\"%s\"]}}".formatted(DIFF_ID), "layer");

        JsonNode config = new WrittenImage(build()).config();

        assertThat(config.path("os").asText()).isEqualTo("linux");
        assertThat(config.path("architecture").asText()).isEqualTo("amd64");
        assertThat(config.path("rootfs").path("type").asText()).isEqualTo("layers");
        assertThat(config.path("history"))
                .as("as many entries as layers, because engines count them")
                .hasSize(2);
    }

    @Test
    void ofDockersFormGivesAnImageOfDockersForm() throws Exception {
        Descriptor base = source.blob(MediaTypes.DOCKER_LAYER_GZIP, "base layer");
        source.image("17", MediaTypes.DOCKER_MANIFEST, source.blob(MediaTypes.DOCKER_CONFIG, CONFIG), base);

        ImageContent image = build();

        assertThat(image.root().descriptor().mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
        assertThat(new WrittenImage(image).mediaTypes())
                .containsExactly(
                        MediaTypes.DOCKER_MANIFEST,
                        MediaTypes.DOCKER_CONFIG,
                        MediaTypes.DOCKER_LAYER_GZIP,
                        MediaTypes.DOCKER_LAYER_GZIP);
        assertThat(image.blobs().get(0).descriptor()).isEqualTo(base);
        assertThat(image.blobs())
                .extracting(blob -> blob.descriptor().mediaType())
                .containsExactly(MediaTypes.DOCKER_LAYER_GZIP, MediaTypes.DOCKER_LAYER_GZIP, MediaTypes.DOCKER_CONFIG);
        for (Blob blob : image.blobs().subList(1, 3)) {
            try (InputStream in = blob.open()) {
                assertThat(blob.descriptor().digest().matches(in.readAllBytes()))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        MediaTypes.DOCKER_MANIFEST + ',' + MediaTypes.DOCKER_LAYER_ZSTD,
        MediaTypes.DOCKER_MANIFEST + ',' + MediaTypes.DOCKER_LAYER,
        MediaTypes.OCI_MANIFEST + ',' + MediaTypes.OCI_LAYER_ZSTD,
        MediaTypes.OCI_MANIFEST + ',' + MediaTypes.OCI_LAYER
    })
    void keepsTheFormOfItsLayers(String manifest, String layer) throws Exception {
        Descriptor base = source.blob(layer, "base layer");
        source.image("17", manifest, source.blob(MediaTypes.OCI_CONFIG, CONFIG), base);

        ImageContent image = build();

        assertThat(image.root().descriptor().mediaType()).isEqualTo(manifest);
        assertThat(new WrittenImage(image).mediaTypes().get(2)).isEqualTo(layer);
        assertThat(image.blobs().get(0).descriptor()).isEqualTo(base);
    }

    @ParameterizedTest
    @CsvSource({
        MediaTypes.DOCKER_MANIFEST + ',' + MediaTypes.OCI_LAYER_ZSTD + ',' + MediaTypes.OCI_LAYER_ZSTD,
        MediaTypes.DOCKER_MANIFEST + ',' + MediaTypes.OCI_LAYER_GZIP + ',' + MediaTypes.OCI_LAYER_GZIP,
        MediaTypes.OCI_MANIFEST + ',' + MediaTypes.DOCKER_LAYER_GZIP + ',' + MediaTypes.OCI_LAYER_GZIP,
        MediaTypes.OCI_MANIFEST + ',' + MediaTypes.DOCKER_LAYER_ZSTD + ',' + MediaTypes.OCI_LAYER_ZSTD
    })
    void thatMixesFormsGivesAnImageOfOcisForm(String manifest, String layer, String ocis) throws Exception {
        source.image("17", manifest, source.blob(MediaTypes.DOCKER_CONFIG, CONFIG), source.blob(layer, "base layer"));

        ImageContent image = build();

        assertThat(image.root().descriptor().mediaType()).isEqualTo(MediaTypes.OCI_MANIFEST);
        assertThat(new WrittenImage(image).mediaTypes())
                .containsExactly(MediaTypes.OCI_MANIFEST, MediaTypes.OCI_CONFIG, ocis, MediaTypes.OCI_LAYER_GZIP);
        assertThat(image.blobs().get(0).descriptor())
                .isEqualTo(new Descriptor(ocis, Digest.of("base layer".getBytes(StandardCharsets.UTF_8)), 10));
    }

    @Test
    void ofDockersFormForSeveralPlatformsGivesAManifestList() throws Exception {
        index(MediaTypes.DOCKER_MANIFEST_LIST, dockerImage("amd64"), dockerImage("arm64"));

        ImageContent image = build(AMD64, ARM64);

        assertThat(image.root().descriptor().mediaType()).isEqualTo(MediaTypes.DOCKER_MANIFEST_LIST);
        JsonNode list = new WrittenImage(image).manifest();
        assertThat(list.path("mediaType").asText()).isEqualTo(MediaTypes.DOCKER_MANIFEST_LIST);
        assertThat(list.path("manifests").findValuesAsText("mediaType"))
                .containsExactly(MediaTypes.DOCKER_MANIFEST, MediaTypes.DOCKER_MANIFEST);
        assertThat(image.children())
                .allSatisfy(child -> assertThat(new WrittenImage(image, child).mediaTypes())
                        .containsExactly(
                                MediaTypes.DOCKER_MANIFEST,
                                MediaTypes.DOCKER_CONFIG,
                                MediaTypes.DOCKER_LAYER_GZIP,
                                MediaTypes.DOCKER_LAYER_GZIP));
    }

    @Test
    void thatMixesFormsBetweenPlatformsGivesAnIndexOfOcisForm() throws Exception {
        index(
                MediaTypes.DOCKER_MANIFEST_LIST,
                dockerImage("amd64"),
                source.image("arm64", minimalConfig("arm64"), "arm64 layer"));

        ImageContent image = build(AMD64, ARM64);

        assertThat(image.root().descriptor().mediaType()).isEqualTo(MediaTypes.OCI_INDEX);
        assertThat(image.children())
                .allSatisfy(child -> assertThat(new WrittenImage(image, child).mediaTypes())
                        .containsExactly(
                                MediaTypes.OCI_MANIFEST,
                                MediaTypes.OCI_CONFIG,
                                MediaTypes.OCI_LAYER_GZIP,
                                MediaTypes.OCI_LAYER_GZIP));
    }

    @Test
    void ofDockersFormGivesAnImageOfOcisFormWhereThatIsWanted() throws Exception {
        source.manifest(
                "17",
                MediaTypes.DOCKER_MANIFEST,
                new String(dockerImage("amd64").content(), StandardCharsets.UTF_8));
        BaseImage base = new BaseImage.Existing(source, "17", "java:17");

        ImageContent image = new JavaImageBuilder(cache)
                .build(JavaImageRequest.of(sample.module(), base).withOciFormat(), new Cancellation());

        assertThat(new WrittenImage(image).mediaTypes())
                .containsExactly(
                        MediaTypes.OCI_MANIFEST,
                        MediaTypes.OCI_CONFIG,
                        MediaTypes.OCI_LAYER_GZIP,
                        MediaTypes.OCI_LAYER_GZIP);
    }

    private ManifestContent dockerImage(String architecture) {
        return source.image(
                architecture,
                MediaTypes.DOCKER_MANIFEST,
                source.blob(MediaTypes.DOCKER_CONFIG, minimalConfig(architecture)),
                source.blob(MediaTypes.DOCKER_LAYER_GZIP, architecture + " layer"));
    }

    @Test
    void isChosenFromAnIndexByPlatform() throws Exception {
        index(
                source.image("amd64", minimalConfig("amd64"), "amd64 layer"),
                source.image("arm64", minimalConfig("arm64"), "arm64 layer"));

        ImageContent image = build(ARM64);

        assertThat(image.children()).isEmpty();
        assertThat(image.platforms()).containsExactly(Platform.parse("linux/arm64/v8"));
        assertThat(new WrittenImage(image).config().path("variant").asText()).isEqualTo("v8");
        try (InputStream in = image.blobs().get(0).open()) {
            assertThat(in).hasContent("arm64 layer");
        }
    }

    @Test
    void givesAnIndexForSeveralPlatforms() throws Exception {
        index(
                source.image("amd64", minimalConfig("amd64"), "amd64 layer"),
                source.image("arm64", minimalConfig("arm64"), "arm64 layer"));

        ImageContent image = build(AMD64, ARM64, AMD64);

        assertThat(image.root().descriptor().mediaType()).isEqualTo(MediaTypes.OCI_INDEX);
        assertThat(image.platforms()).containsExactly(AMD64, Platform.parse("linux/arm64/v8"));
        JsonNode entries = new WrittenImage(image).manifest().path("manifests");
        assertThat(entries).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(entries.get(i).path("digest").asText())
                    .isEqualTo(image.children().get(i).descriptor().digest().toString());
        }
        assertThat(entries.get(1).path("platform").path("architecture").asText())
                .isEqualTo("arm64");
        assertThat(entries.get(1).path("platform").path("variant").asText()).isEqualTo("v8");
        List<String> amd64 = new WrittenImage(image, image.children().get(0)).layers();
        List<String> arm64 = new WrittenImage(image, image.children().get(1)).layers();
        assertThat(amd64.get(0)).isNotEqualTo(arm64.get(0));
        assertThat(amd64.get(1)).as("the application is the same").isEqualTo(arm64.get(1));
        assertThat(image.blobs())
                .as("two bases, one application, two configurations")
                .hasSize(5);
    }

    @Test
    void isNotToBlameForAnInterrupt() {
        BaseImage base = new BaseImage.Existing(
                new ImageSource() {
                    @Override
                    public ManifestContent manifest(String selector) throws IOException {
                        throw new InterruptedIOException("while reading " + selector);
                    }

                    @Override
                    public InputStream openBlob(Descriptor descriptor) {
                        throw new AssertionError("There is no manifest");
                    }

                    @Override
                    public Optional<BlobOrigin> origin() {
                        return Optional.empty();
                    }
                },
                "17",
                "java:17");

        assertThatThrownBy(() -> new JavaImageBuilder(cache)
                        .build(JavaImageRequest.of(sample.module(), base), new Cancellation()))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("while reading 17");
    }

    @Test
    void mustBeForTheWantedPlatform() {
        index(
                source.image("amd64", minimalConfig("amd64"), "amd64 layer"),
                source.image("arm64", minimalConfig("arm64"), "arm64 layer"));

        assertThatThrownBy(() -> build(Platform.parse("linux/s390x")))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage("The base image java:17 of api is not for linux/s390x but for linux/amd64, linux/arm64/v8. "
                        + "Write one of these: <platforms>");
    }

    @Test
    void mustBeForTheWantedPlatformWithoutAnIndexToo() {
        source.image("17", minimalConfig("arm64"), "arm64 layer");

        assertThatThrownBy(() -> build(AMD64))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("The base image java:17 of api is not for linux/amd64 but for linux/arm64.");
    }

    @Test
    void thatCannotBeReadIsNamedWithItsService() {
        assertThatThrownBy(this::build)
                .isInstanceOf(ImageBuildException.class)
                .hasMessage("The base image java:17 of api cannot be read: memory has no manifest 17. "
                        + "Check its name, or name another one: <baseImage>");
    }

    @Test
    void thatContradictsItselfIsRefused() {
        source.image("17", "{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"diff_ids\":[]}}", "layer");

        assertThatThrownBy(this::build)
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("its manifest has 1 layers and its configuration 0");
    }

    @Test
    void withAConfigurationOfMoreThanFourMebibytesIsRefusedUnread() {
        Descriptor config = source.blob(MediaTypes.OCI_CONFIG, CONFIG);
        source.image(
                "17",
                MediaTypes.OCI_MANIFEST,
                new Descriptor(config.mediaType(), config.digest(), (4 << 20) + 1),
                source.blob(MediaTypes.OCI_LAYER_GZIP, "layer"));

        assertThatThrownBy(this::build)
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("its configuration has 4194305 bytes");
        assertThat(source.opened).isEmpty();
    }

    @Test
    void withLayersOfAnUnknownFormIsRefused() {
        source.image(
                "17",
                MediaTypes.DOCKER_MANIFEST,
                source.blob(MediaTypes.DOCKER_CONFIG, CONFIG),
                source.blob("application/vnd.example.layer.squashfs", "layer"));

        assertThatThrownBy(this::build)
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("layer.squashfs', which is not supported");
    }

    @ParameterizedTest
    @CsvSource({
        MediaTypes.DOCKER_MANIFEST + ',' + MediaTypes.DOCKER_FOREIGN_GZIP + ',' + MediaTypes.OCI_FOREIGN_GZIP,
        MediaTypes.OCI_MANIFEST + ',' + MediaTypes.OCI_FOREIGN + ',' + MediaTypes.OCI_FOREIGN
    })
    void withALayerThatOnlyItsOwnerHandsOutRefersToItAndDoesNotHaveIt(String manifest, String foreign, String ocis)
            throws Exception {
        foreignBase(manifest, foreign, ",\"urls\":[\"https://owner.example/layer\"]");
        BaseImage base = new BaseImage.Existing(source, "17", "java:17");

        ImageContent image = new JavaImageBuilder(cache)
                .build(JavaImageRequest.of(sample.module(), base).withOciFormat(), new Cancellation());

        JsonNode layer = new WrittenImage(image).manifest().path("layers").get(0);
        assertThat(layer.path("mediaType").asText()).isEqualTo(ocis);
        assertThat(layer.path("urls").get(0).asText()).isEqualTo("https://owner.example/layer");
        assertThat(image.blobs())
                .extracting(blob -> blob.descriptor().digest().toString())
                .as("nobody uploads it")
                .hasSize(2)
                .doesNotContain(layer.path("digest").asText());
    }

    @Test
    void withALayerThatOnlyItsOwnerHandsOutHasToSayWhere() {
        Descriptor layer = foreignBase(MediaTypes.DOCKER_MANIFEST, MediaTypes.DOCKER_FOREIGN_GZIP, "");

        assertThatThrownBy(this::build)
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining(
                        "its layer %s is non-distributable (%s), and it has no urls",
                        layer.digest(), MediaTypes.DOCKER_FOREIGN_GZIP);
    }

    private Descriptor foreignBase(String manifest, String foreign, String urls) {
        Descriptor config = source.blob(MediaTypes.OCI_CONFIG, CONFIG);
        Descriptor layer =
                new Descriptor(foreign, Digest.of("layer".getBytes(StandardCharsets.UTF_8)), "layer".length());
        String json = MemoryImageSource.json(layer);
        source.manifest(
                "17",
                manifest,
                "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]}"
                        .formatted(MemoryImageSource.json(config), json.substring(0, json.length() - 1) + urls + "}"));
        return layer;
    }

    @Test
    void thatIsNoJsonOrOfAnOldFormIsRefused() {
        source.manifest("17", MediaTypes.OCI_MANIFEST, "<html>");
        assertThatThrownBy(this::build)
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("The base image java:17 of api cannot be read: ");

        source.manifest("17", "application/vnd.docker.distribution.manifest.v1+prettyjws", "{}");
        assertThatThrownBy(this::build)
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("it is of Docker's schema 1, which was deprecated in 2017");
    }

    @Test
    void canBeAnImageThatWasBuiltHereAndWrittenToALayout() throws Exception {
        ImageContent base = new JavaImageBuilder(cache)
                .build(
                        JavaImageRequest.of(sample.module(), new BaseImage.Scratch())
                                .withPlatforms(List.of(AMD64, ARM64)),
                        new Cancellation());
        new WrittenImage(base).writeLayout(directory.resolve("layout"));
        sample.compile("More", "package app; class More {}");
        BaseImage layout = new BaseImage.Existing(
                new LayoutDirectory(directory.resolve("layout")),
                base.root().descriptor().digest().toString(),
                "oci:layout");

        ImageContent image = new JavaImageBuilder(cache)
                .build(JavaImageRequest.of(sample.module(), layout).withPlatforms(List.of(ARM64)), new Cancellation());
        WrittenImage written = new WrittenImage(image);

        assertThat(written.layerNames()).containsExactly("application", "application");
        written.unpack(directory.resolve("root"));
        try (JarFile jar = new JarFile(directory.resolve("root/app/app.jar").toFile())) {
            assertThat(jar.getEntry("app/More.class")).isNotNull();
        }
    }

    @Test
    void canBeNothingAtAll() throws Exception {
        ImageContent image = new JavaImageBuilder(cache)
                .build(
                        JavaImageRequest.of(sample.module(), new BaseImage.Scratch())
                                .withPlatforms(List.of(AMD64, ARM64)),
                        new Cancellation());

        assertThat(image.children()).hasSize(2);
        JsonNode config = new WrittenImage(image, image.children().get(1)).config();
        assertThat(config.path("architecture").asText()).isEqualTo("arm64");
        assertThat(config.path("created").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(new WrittenImage(image, image.children().get(1)).layers()).hasSize(1);
    }
}
