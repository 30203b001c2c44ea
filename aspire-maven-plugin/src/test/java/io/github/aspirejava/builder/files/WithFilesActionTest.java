package io.github.aspirejava.builder.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.Container;
import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.FileCopy;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Service;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.frontend.FrontEnds;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.javaapp.WrittenImage;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.fakes.registry.LoggedRequest;
import io.github.aspirejava.fakes.registry.RegistryFixture;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.image.Repository;
import io.github.aspirejava.image.Tag;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.TestImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.registry.Mirrors;
import io.github.aspirejava.registry.ModelAccess;
import io.github.aspirejava.result.BuiltImage;
import io.github.aspirejava.run.PipelineRunner;
import io.github.aspirejava.run.RunListener;
import io.github.aspirejava.run.RunReport;
import io.github.aspirejava.run.RunSettings;
import io.github.aspirejava.run.StepAction;
import io.github.aspirejava.run.StepOutcome;
import io.github.aspirejava.run.StepReport;
import io.github.aspirejava.run.StepResult;
import io.github.aspirejava.steps.StepKind;
import io.github.aspirejava.steps.StepPlanner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copying files from one image into another, as the pipeline runs it. */
@Timeout(60)
class WithFilesActionTest {
    private static final Origin LINE = new Origin("pom.xml", 7);

    @TempDir
    Path directory;

    private final RegistryFixture registry = RegistryFixture.start();
    private final Registries registries = new VirtualTime().registries();
    private final List<Service> services = new ArrayList<>();
    private Blob frontEnd = new TestLayer()
            .file("app/dist/index.html", "page")
            .file("app/package.json", "{}")
            .gzip();
    private LayerCache cache;

    @BeforeEach
    void openCache() throws Exception {
        cache = LayerCache.open(directory.resolve("cache"));
        services.add(frontEnd());
    }

    @AfterEach
    void stop() {
        cache.close();
        registry.close();
    }

    @Test
    void putsTheFilesOfAFrontEndUponAnImageAndLeavesTheRestAsItIs() throws Exception {
        services.add(api(file("frontend", Optional.empty(), "/app/static")));

        WrittenImage image = new WrittenImage(api(run()));

        ImageContent without = TestImages.image("api", TestImages.layer("classes"));
        JsonNode config = image.config();
        assertThat(image.layers()).hasSize(2).first().isEqualTo(layerOf(without));
        assertThat(paths(image, 1)).containsExactly("app/", "app/static/", "app/static/index.html");
        assertThat(config.path("author").asText()).isEqualTo("api");
        assertThat(config.path("rootfs").path("diff_ids")).hasSize(2);
        assertThat(image.layerNames()).last().isEqualTo("files of frontend");
        assertThat(config.path("config").has("Entrypoint")).isFalse();
    }

    @Test
    void takesThePathThatTheModelNames() throws Exception {
        services.add(api(file("frontend", Optional.of("/app/package.json"), "/srv")));

        assertThat(paths(new WrittenImage(api(run())), 1)).containsExactly("srv/", "srv/package.json");
    }

    @Test
    void makesALayerOfEachFileElement() throws Exception {
        services.add(api(
                file("frontend", Optional.empty(), "/a"), file("frontend", Optional.of("/app/package.json"), "/b")));

        assertThat(new WrittenImage(api(run())).layers()).hasSize(3);
    }

    @Test
    void saysHowManyLayersAreTooMany() throws Exception {
        List<FileCopy> files = new ArrayList<>();
        for (int i = 0; i < 125; i++) {
            files.add(file("frontend", Optional.empty(), "/app/static" + i));
        }
        services.add(api(files.toArray(FileCopy[]::new)));

        assertThat(run().find("build-api").flatMap(StepReport::reason))
                .contains(
                        "pom.xml:7: The image would have 126 layers, 1 of them below its files: engines support at most 125. Use a base image with fewer layers, or merge some of its layers");
    }

    @Test
    void makesTheSameImageOfTheSameFilesInOtherLayers() throws Exception {
        services.add(api(file("frontend", Optional.empty(), "/app/static")));
        ImageContent first = api(run());
        frontEnd = new TestLayer().file("app/dist/index.html", "page").gzip();

        assertThat(api(run()).root()).isEqualTo(first.root());
    }

    @Test
    void readsFilesOfAPrebuiltImageFromItsRegistryOnce() throws Exception {
        ImageContent docs =
                TestImages.image("docs", new TestLayer().file("usr/doc/a", "1").gzip());
        publish(docs, "docs");
        String reference = registry.host() + "/docs:1";
        services.add(
                new Container("docs", LINE, Text.literal(reference, LINE), false, settings(), DeploymentSettings.NONE));
        services.add(api(file("docs", Optional.of("/usr/doc"), "/app/doc")));

        ImageContent first = api(run());
        registry.forgetRequests();
        ImageContent second = api(run());

        assertThat(paths(new WrittenImage(first), 1)).containsExactly("app/", "app/doc/", "app/doc/a");
        assertThat(second.root()).isEqualTo(first.root());
        assertThat(registry.requests())
                .extracting(LoggedRequest::path)
                .as("the layer of the files is in the cache")
                .noneMatch(path -> path.endsWith(layerOf(docs)));
    }

    @Test
    void namesTheLineOfAPathThatIsNotThere() throws Exception {
        services.add(api(file("frontend", Optional.of("/app/build"), "/app/static")));

        assertThat(run().find("build-api").flatMap(StepReport::reason))
                .contains(
                        "pom.xml:7: The files /app/build cannot be copied from the image of 'frontend': it does not contain /app/build: /app has dist, package.json. Write an existing path into <path>");
    }

    private void publish(ImageContent image, String repository) throws Exception {
        var target = registries.client(registry.host()).repository(new Repository(repository));
        for (Blob blob : image.blobs()) {
            target.blobs().upload(target.blobs().startUpload(blob.descriptor().digest()), blob);
        }
        target.putManifest(image.root(), new Tag("1").name());
    }

    private RunReport run() throws Exception {
        AppModel model = AppModel.of(
                List.of(),
                List.of(new OciLayout("bundle", LINE, Text.literal("bundle"))),
                List.of(),
                services,
                AppSettings.DEFAULT,
                new Problems());
        ModelAccess access = new ModelAccess(model, new CredentialChain(List.of()), directory);
        BaseImages images = new BaseImages(registries, access, Mirrors.parse(""), directory);
        StepAction build = context -> new BuiltImage(TestImages.image("api", TestImages.layer("classes")));
        Map<StepKind, StepAction> actions = Map.of(
                StepKind.PROCESS_PARAMETERS, context -> StepResult.NONE,
                StepKind.BUILD_VITE_APP, context -> new BuiltImage(TestImages.image("frontend", frontEnd)),
                StepKind.BUILD_JAVA_APP,
                        new WithFilesAction(build, model, new BuildInputs(images, cache, OutputTimes.NONE)));
        RunSettings settings = new RunSettings(4, false, WithFilesActionTest.class.getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner =
                new PipelineRunner(StepPlanner.plan(model, Set.of()), actions, settings, RunListener.NONE)) {
            return runner.run(List.of("build-api")).get();
        }
    }

    private static ImageContent api(RunReport run) {
        StepOutcome outcome = run.find("build-api").orElseThrow().outcome();
        assertThat(outcome).isInstanceOf(StepOutcome.Succeeded.class);
        return ((BuiltImage) ((StepOutcome.Succeeded) outcome).result()).content();
    }

    private static String layerOf(ImageContent image) {
        return image.blobs().get(0).descriptor().digest().toString();
    }

    private static List<String> paths(WrittenImage image, int layer) throws Exception {
        return image.entries(image.layers().get(layer)).keySet().stream()
                .map(entry -> entry.getName())
                .toList();
    }

    private static FileCopy file(String from, Optional<String> path, String to) {
        return new FileCopy(
                new Reference(from, LINE), path.map(value -> Text.literal(value, LINE)), Text.literal(to, LINE));
    }

    private static ImageSettings settings() {
        return new ImageSettings(
                Optional.empty(), List.of(Text.literal("1.0")), List.of(Platform.LINUX_AMD64), Optional.empty());
    }

    private static JavaApp api(FileCopy... files) {
        return JavaApp.of("api", LINE, new JavaSource.Module(new Reference("api", LINE)), settings())
                .baseImage(Optional.of(Text.literal("scratch")))
                .files(List.of(files))
                .build();
    }

    private static ViteApp frontEnd() {
        return FrontEnds.of(LINE, ViteApp.BuildPlace.HOST, Optional.empty(), settings(), List.of());
    }
}
