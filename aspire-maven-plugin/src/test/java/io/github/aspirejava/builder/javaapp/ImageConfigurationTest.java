package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.ContainerSettings.Entrypoint;
import io.github.aspirejava.app.HealthCheck;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.ContainerOptions;
import io.github.aspirejava.builder.image.ImageForm;
import io.github.aspirejava.builder.image.ImageFormat;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.builder.plan.JavaRun;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.MediaTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration of images of Java applications, upon base images with one of their own. */
class ImageConfigurationTest {
    private static final String TEMURIN = """
            {"Env":["PATH=/opt/java/openjdk/bin:/usr/bin"],"Entrypoint":["/__cacert_entrypoint.sh"],"Cmd":["jshell"],
             "Labels":{"org.opencontainers.image.version":"24.04","org.opencontainers.image.ref.name":"ubuntu","maintainer":"ann"}}
            """;

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

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"User\":\"\"}", "{\"User\":\"root\"}", "{\"User\":\"0:0\",\"WorkingDir\":\"/\"}"})
    void doesNotRunAsRootWhereTheBaseImageDoes(String base) throws Exception {
        WrittenImage image = new WrittenImage(build(base, options("", "")));

        assertThat(run(image).path("User").asText()).isEqualTo("65532:65532");
        assertThat(run(image).path("WorkingDir").asText()).isEqualTo("/work");
        assertThat(owner(image, "work/")).isEqualTo("65532:0 01777");
        assertThat(owner(image, "tmp/")).isEqualTo("0:0 01777");
    }

    @Test
    void keepsTheUserAndTheDirectoryOfABaseImageThatHasThem() throws Exception {
        WrittenImage image =
                new WrittenImage(build("{\"User\":\"185\",\"WorkingDir\":\"/home/jboss\"}", options("", "")));

        assertThat(run(image).path("User").asText()).isEqualTo("185");
        assertThat(run(image).path("WorkingDir").asText()).isEqualTo("/home/jboss");
        assertThat(directories(image)).containsExactly("app/");
    }

    @Test
    void givesAUserWithoutADirectoryOne() throws Exception {
        WrittenImage image = new WrittenImage(build("{\"User\":\"185\"}", options("", "")));

        assertThat(run(image).path("User").asText()).isEqualTo("185");
        assertThat(owner(image, "work/")).isEqualTo("185:0 01777");
    }

    @ParameterizedTest
    @CsvSource({"root,,root,", "inherit,,,", "INHERIT,/srv,,/srv", "nobody,,nobody,", "0,/srv,0,/srv"})
    void runsAsWhoeverIsNamed(String user, String directory, String writtenUser, String writtenDirectory)
            throws Exception {
        WrittenImage image = new WrittenImage(build("{}", options(user, directory == null ? "" : directory)));

        assertThat(run(image).path("User").asText()).isEqualTo(writtenUser == null ? "" : writtenUser);
        assertThat(run(image).path("WorkingDir").asText()).isEqualTo(writtenDirectory == null ? "" : writtenDirectory);
        assertThat(directories(image)).containsExactly("app/");
    }

    @Test
    void letsANumberedUserWriteToItsWorkingDirectory() throws Exception {
        WrittenImage image =
                new WrittenImage(build("{\"WorkingDir\":\"/elsewhere\"}", options("1000:1000", "/srv/shop")));

        assertThat(run(image).path("User").asText()).isEqualTo("1000:1000");
        assertThat(run(image).path("WorkingDir").asText()).isEqualTo("/srv/shop");
        assertThat(owner(image, "srv/shop/")).isEqualTo("1000:0 01777");
        assertThat(owner(image, "srv/")).isEqualTo("0:0 0755");
    }

    @Test
    void keepsTheEntryPointOfTheBaseImageOnRequest() throws Exception {
        JavaRun run = run(List.of(), Optional.of(new Entrypoint.Inherited()), ContainerOptions.NONE);

        JsonNode config = run(new WrittenImage(build(TEMURIN, run, ImageForm.DEFAULT)));

        assertThat(config.path("Entrypoint")).hasToString("[\"/__cacert_entrypoint.sh\"]");
        assertThat(config.path("Cmd")).hasToString("[\"java\",\"-Xmx1g\",\"-jar\",\"/app/app.jar\",\"serve\"]");
    }

    @Test
    void hasAnEntryPointOfItsUsersAndAJarOfAFixedNameForIt() throws Exception {
        Entrypoint own = new Entrypoint.Own(List.of(Text.literal("/entrypoint.sh"), Text.literal("--")));

        WrittenImage image = new WrittenImage(
                build(TEMURIN, run(List.of(), Optional.of(own), ContainerOptions.NONE), ImageForm.DEFAULT));

        assertThat(run(image).path("Entrypoint")).hasToString("[\"/entrypoint.sh\",\"--\"]");
        assertThat(run(image).path("Cmd")).hasToString("[\"serve\"]");
        assertThat(image.layers().subList(1, image.layers().size()))
                .anySatisfy(layer -> assertThat(image.entries(layer).keySet())
                        .extracting(TarArchiveEntry::getName)
                        .contains("app/launch.jar"));
    }

    @Test
    void putsAnotherClassPathInFront() throws Exception {
        JavaRun run = run(List.of("/opt/agents/*", "/opt/conf"), Optional.empty(), ContainerOptions.NONE);

        assertThat(run(new WrittenImage(build("{}", run, ImageForm.DEFAULT))).path("Entrypoint"))
                .hasToString("[\"java\",\"-Xmx1g\",\"-cp\",\"/opt/agents/*:/opt/conf:/app/app.jar\",\"app.Main\"]");
    }

    @Test
    void replacesAndRemovesLabelsAndDropsThoseThatDescribeTheBaseImage() throws Exception {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("org.opencontainers.image.title", "shop");
        labels.put("maintainer", "");
        labels.put("b", "2");

        JsonNode config = run(new WrittenImage(build(TEMURIN, options(labels))));

        assertThat(config.path("Labels"))
                .hasToString(
                        "{\"b\":\"2\",\"org.opencontainers.image.base.digest\":\"%s\",\"org.opencontainers.image.title\":\"shop\"}"
                                .formatted(source.manifest("17").descriptor().digest()));
    }

    @Test
    void hasNoLabelThatIsRemoved() throws Exception {
        Map<String, String> labels =
                Map.of("org.opencontainers.image.base.digest", "", "org.opencontainers.image.title", "shop");

        assertThat(run(new WrittenImage(build("{}", options(labels)))).path("Labels"))
                .hasToString("{\"org.opencontainers.image.title\":\"shop\"}");
    }

    @Test
    void hasVolumesAStopSignalAndAHealthCheck() throws Exception {
        ContainerOptions options = new ContainerOptions(
                Optional.of("root"),
                Optional.empty(),
                List.of("/data"),
                List.of(),
                Map.of(),
                Optional.of("SIGQUIT"),
                Optional.of(new HealthCheck(
                        HealthCheck.Kind.SHELL,
                        List.of(Text.literal("curl -f http://localhost:8080/")),
                        Optional.of(Duration.ofSeconds(30)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(2))));

        JsonNode config = run(new WrittenImage(build("{\"Volumes\":{\"/tmp\":{}}}", options)));

        assertThat(config.path("Volumes")).hasToString("{\"/tmp\":{},\"/data\":{}}");
        assertThat(config.path("StopSignal").asText()).isEqualTo("SIGQUIT");
        assertThat(config.path("Healthcheck"))
                .hasToString(
                        "{\"Test\":[\"CMD-SHELL\",\"curl -f http://localhost:8080/\"],\"Interval\":30000000000,\"Retries\":2}");
    }

    @Test
    void letsItsUserWriteToVolumesAndMounts() throws Exception {
        ContainerOptions options = new ContainerOptions(
                Optional.empty(),
                Optional.empty(),
                List.of("/data"),
                List.of("/goods", "/data"),
                Map.of(),
                Optional.empty(),
                Optional.empty());

        WrittenImage image = new WrittenImage(build("{}", options));

        assertThat(owner(image, "data/")).isEqualTo("65532:0 01777");
        assertThat(owner(image, "goods/")).isEqualTo("65532:0 01777");
        assertThat(run(image).path("Volumes")).hasToString("{\"/data\":{}}");
    }

    @Test
    void hasTheFormatTimeAndAnnotationsOfItsForm() throws Exception {
        Instant day = Instant.ofEpochSecond(86_400);
        ImageForm docker = new ImageForm(Optional.of(ImageFormat.DOCKER), day, Map.of());
        ImageForm oci = new ImageForm(Optional.of(ImageFormat.OCI), day, Map.of("a", "b"));
        JavaRun run = run(List.of(), Optional.empty(), ContainerOptions.NONE);

        WrittenImage inDockers = new WrittenImage(build("{}", run, docker));
        WrittenImage inOcis = new WrittenImage(build("{}", run, oci));

        assertThat(inDockers.manifest().path("mediaType").asText()).isEqualTo(MediaTypes.DOCKER_MANIFEST);
        assertThat(inDockers.manifest().path("layers"))
                .allSatisfy(
                        layer -> assertThat(layer.path("mediaType").asText()).isEqualTo(MediaTypes.DOCKER_LAYER_GZIP));
        assertThat(inDockers.config().path("created").asText()).isEqualTo("1970-01-02T00:00:00Z");
        assertThat(inOcis.manifest().path("annotations")).hasToString("{\"a\":\"b\"}");
    }

    private ImageContent build(String config, ContainerOptions options) throws Exception {
        return build(config, run(List.of(), Optional.empty(), options), ImageForm.DEFAULT);
    }

    private ImageContent build(String config, JavaRun run, ImageForm form) throws Exception {
        return new JavaImageBuilder(cache)
                .build(
                        JavaImageRequest.of(sample.module(), base(config))
                                .withRun(run)
                                .withForm(form)
                                .withPlatforms(List.of(Platform.LINUX_AMD64)),
                        new Cancellation());
    }

    private BaseImage base(String config) {
        source.image("17", """
                {"architecture":"amd64","os":"linux","config":%s,"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}
                """.formatted(config, "1".repeat(64)), "base layer");
        return new BaseImage.Existing(source, "17", "java:17");
    }

    private static JavaRun run(List<String> extra, Optional<Entrypoint> entrypoint, ContainerOptions options) {
        return JavaRun.builder()
                .jvmFlags(List.of("-Xmx1g"))
                .arguments(List.of("serve"))
                .extraClasspath(extra)
                .entrypoint(entrypoint)
                .container(options)
                .build();
    }

    private static ContainerOptions options(String user, String directory) {
        return new ContainerOptions(
                Optional.of(user).filter(name -> !name.isEmpty()),
                Optional.of(directory).filter(name -> !name.isEmpty()),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static ContainerOptions options(Map<String, String> labels) {
        return new ContainerOptions(
                Optional.empty(), Optional.empty(), List.of(), List.of(), labels, Optional.empty(), Optional.empty());
    }

    private static JsonNode run(WrittenImage image) throws Exception {
        return image.config().path("config");
    }

    private static List<String> directories(WrittenImage image) throws Exception {
        return image.entries(image.layers().get(image.layers().size() - 1)).keySet().stream()
                .filter(TarArchiveEntry::isDirectory)
                .map(TarArchiveEntry::getName)
                .toList();
    }

    private static String owner(WrittenImage image, String path) throws Exception {
        return image.entries(image.layers().get(image.layers().size() - 1)).keySet().stream()
                .filter(entry -> entry.getName().equals(path))
                .map(entry ->
                        "%d:%d 0%o".formatted(entry.getLongUserId(), entry.getLongGroupId(), entry.getMode() & 07777))
                .findFirst()
                .orElse("missing");
    }
}
