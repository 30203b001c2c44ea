package io.github.aspirejava.builder.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.app.AppModel;
import io.github.aspirejava.app.AppSettings;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.OciLayout;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Problems;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.app.ViteApp;
import io.github.aspirejava.builder.files.TestLayer;
import io.github.aspirejava.builder.image.BaseImages;
import io.github.aspirejava.builder.image.BuildInputs;
import io.github.aspirejava.builder.javaapp.WrittenImage;
import io.github.aspirejava.builder.layer.OutputTimes;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.image.Platform;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.ImageContent;
import io.github.aspirejava.oci.TestImages;
import io.github.aspirejava.oci.VirtualTime;
import io.github.aspirejava.oci.credential.CredentialChain;
import io.github.aspirejava.oci.layout.LayoutDirectory;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Images of front ends, by a script in place of npm, and by a minimal engine. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "npm is a script of the shell here")
class FrontEndActionTest {
    private static final Origin LINE = new Origin("pom.xml", 7);

    @TempDir
    Path directory;

    private final Registries registries = new VirtualTime().registries();
    private LayerCache cache;
    private OutputTimes times = OutputTimes.NONE;

    @BeforeEach
    void makeFrontEnd() throws Exception {
        cache = LayerCache.open(directory.resolve("cache"));
        Path frontEnd = Files.createDirectories(directory.resolve("frontend"));
        Files.writeString(frontEnd.resolve("package.json"), "{\"scripts\":{\"build\":\"vite build\"}}");
        Files.writeString(frontEnd.resolve("package-lock.json"), "{}");
        program("node", "echo v20");
        program("npm", """
                case $1 in
                --version) echo 10 ;;
                run) mkdir -p dist/assets; echo page >dist/index.html; echo code >dist/assets/main.js ;;
                esac""");
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void makesAnImageOfTheFilesAloneForOthersToTakeThemFrom() throws Exception {
        WrittenImage image = new WrittenImage(image(run(Optional.empty())));

        assertThat(image.layers()).hasSize(1);
        assertThat(paths(image, 0))
                .containsExactly(
                        "app/", "app/dist/", "app/dist/assets/", "app/dist/assets/main.js", "app/dist/index.html");
        assertThat(image.config().path("config").has("Entrypoint")).isFalse();
    }

    @Test
    void makesTheSameImageEachTime() throws Exception {
        ImageContent first = image(run(Optional.empty()));
        Files.setLastModifiedTime(
                directory.resolve("frontend/dist/index.html"), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertThat(image(run(Optional.empty())).root()).isEqualTo(first.root());
    }

    @Test
    void givesAChangedPageOfTheSameLengthAnotherTimeAndTheRestTheSame() throws Exception {
        Map<String, Instant> first = modified(new WrittenImage(image(run(Optional.empty()))), 0);
        program("npm", """
                case $1 in
                --version) echo 10 ;;
                run) mkdir -p dist/assets; echo PAGE >dist/index.html; echo code >dist/assets/main.js ;;
                esac""");

        Map<String, Instant> second = modified(new WrittenImage(image(run(Optional.empty()))), 0);

        assertThat(second.get("app/dist/index.html")).isNotEqualTo(first.get("app/dist/index.html"));
        assertThat(second.get("app/dist/assets/main.js")).isEqualTo(first.get("app/dist/assets/main.js"));
    }

    @Test
    void datesTheFilesOfBothBuildersAlike() throws Exception {
        times = service -> Optional.of(Instant.parse("2026-03-01T12:00:00Z"));
        layout("nginx", TestImages.image("nginx", TestImages.layer("server")));
        Optional<ViteApp.Server> server = Optional.of(FrontEnds.server("oci:nginx", LINE));
        Blob built = new TestLayer()
                .file("app/dist/index.html", "page\n")
                .file("app/dist/assets/main.js", "code\n")
                .gzip();

        WrittenImage here = new WrittenImage(image(run(server)));
        WrittenImage there = new WrittenImage(
                image(run(server, ViteApp.BuildPlace.ENGINE, files(TestImages.image("frontend", built)))));

        String page = "usr/share/nginx/html/index.html";
        assertThat(modified(here, 1).get(page))
                .isEqualTo(modified(there, 1).get(page))
                .isBetween(Instant.parse("2026-03-01T11:00:01Z"), Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(here.config().path("created").asText())
                .isEqualTo(there.config().path("created").asText())
                .isEqualTo("2026-03-01T12:00:00Z");
    }

    @Test
    void takesWhatALinkInItsOutputLeadsTo() throws Exception {
        program("npm", """
                case $1 in
                --version) echo 10 ;;
                run) mkdir -p public built/v2; echo x >built/v2/x.txt; echo logo >public/logo.svg
                  ln -sfn ../public built/assets; ln -sfn v2 built/latest; ln -sfn built dist ;;
                esac""");

        assertThat(paths(new WrittenImage(image(run(Optional.empty()))), 0))
                .containsExactly(
                        "app/",
                        "app/dist/",
                        "app/dist/assets/",
                        "app/dist/assets/logo.svg",
                        "app/dist/latest/",
                        "app/dist/latest/x.txt",
                        "app/dist/v2/",
                        "app/dist/v2/x.txt");
    }

    @Test
    void namesALinkThatLeadsRoundInACircle() throws Exception {
        program("npm", """
                case $1 in
                --version) echo 10 ;;
                run) mkdir -p dist; echo page >dist/index.html; ln -sfn .. dist/up ;;
                esac""");

        assertThat(run(Optional.empty()).find("build-frontend").flatMap(StepReport::reason))
                .contains(
                        "pom.xml:7: The link %s leads to a directory that contains it, so that following it never ends. Remove it"
                                .formatted(directory.resolve("frontend/dist/up")));
    }

    @Test
    void putsTheFilesUponTheImageOfTheServerAndLeavesItRunning() throws Exception {
        layout("nginx", TestImages.image("nginx", TestImages.layer("server")));

        WrittenImage image = new WrittenImage(image(run(Optional.of(FrontEnds.server("oci:nginx", LINE)))));

        assertThat(image.layers()).hasSize(2);
        assertThat(paths(image, 1)).contains("usr/share/nginx/html/assets/main.js", "usr/share/nginx/html/index.html");
        assertThat(image.config().path("author").asText())
                .as("what the server says")
                .isEqualTo("nginx");
        assertThat(image.layerNames()).containsExactly("base image", "front end");
    }

    @Test
    void saysWhichServerCannotBeReadBeforeItBuildsAnything() throws Exception {
        RunReport run = run(Optional.of(FrontEnds.server("oci:nowhere", LINE)));

        assertThat(run.find("build-frontend").flatMap(StepReport::reason))
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("pom.xml:7: ").contains("oci:nowhere"));
        assertThat(directory.resolve("frontend/dist")).doesNotExist();
    }

    @Test
    void putsWhatAnEngineHasBuiltUponTheServerToo() throws Exception {
        layout("nginx", TestImages.image("nginx", TestImages.layer("server")));
        Blob built = new TestLayer()
                .file("app/dist/index.html", "page")
                .file("app/dist/assets/main.js", "code")
                .gzip();

        WrittenImage image = new WrittenImage(image(run(
                Optional.of(FrontEnds.server("oci:nginx", LINE)),
                ViteApp.BuildPlace.ENGINE,
                files(TestImages.image("frontend", built)))));

        assertThat(paths(image, 1)).contains("usr/share/nginx/html/assets/main.js", "usr/share/nginx/html/index.html");
    }

    private RunReport run(Optional<ViteApp.Server> server) throws Exception {
        HostBuild host = new HostBuild(
                Map.of("PATH", directory.resolve("programs") + ":/usr/bin:/bin"),
                directory.resolve("locks"),
                false,
                Clock.systemUTC());
        return run(server, ViteApp.BuildPlace.HOST, new HostFrontEnds(host));
    }

    /** A builder that an engine stands behind, which has built an image of the files. */
    private static FrontEndBuilder files(ImageContent image) {
        return (app, frontEnd, output, context) -> output.ofImage(image);
    }

    private RunReport run(Optional<ViteApp.Server> server, ViteApp.BuildPlace where, FrontEndBuilder builder)
            throws Exception {
        AppModel model = AppModel.of(
                List.of(),
                List.of(new OciLayout("bundle", LINE, Text.literal("bundle"))),
                List.of(),
                List.of(frontEnd(server, where)),
                AppSettings.DEFAULT,
                new Problems());
        BaseImages images = new BaseImages(
                registries,
                new ModelAccess(model, new CredentialChain(List.of()), directory),
                Mirrors.parse(""),
                directory);
        StepAction build = new FrontEndAction(
                model, builder, new BuildInputs(images, cache, times), directory, directory.resolve("generated"));
        Map<StepKind, StepAction> actions = Map.of(
                StepKind.PROCESS_PARAMETERS,
                context -> StepResult.NONE,
                StepKind.CHECK_CONTAINER_RUNTIME,
                context -> StepResult.NONE,
                StepKind.BUILD_VITE_APP,
                build,
                StepKind.BUILD_VITE_APP_IN_ENGINE,
                build);
        RunSettings settings = new RunSettings(4, false, FrontEndActionTest.class.getClassLoader(), Clock.systemUTC());
        try (PipelineRunner runner =
                new PipelineRunner(StepPlanner.plan(model, Set.of()), actions, settings, RunListener.NONE)) {
            return runner.run(List.of("build-frontend")).get();
        }
    }

    private static ImageContent image(RunReport run) {
        StepReport step = run.find("build-frontend").orElseThrow();
        assertThat(step.reason()).isEmpty();
        return ((BuiltImage) ((StepOutcome.Succeeded) step.outcome()).result()).content();
    }

    private static Map<String, Instant> modified(WrittenImage image, int layer) throws Exception {
        Map<String, Instant> times = new TreeMap<>();
        image.entries(image.layers().get(layer))
                .keySet()
                .forEach(entry ->
                        times.put(entry.getName(), entry.getLastModifiedTime().toInstant()));
        return times;
    }

    private static List<String> paths(WrittenImage image, int layer) throws Exception {
        return image.entries(image.layers().get(layer)).keySet().stream()
                .map(entry -> entry.getName())
                .toList();
    }

    private static ViteApp frontEnd(Optional<ViteApp.Server> server, ViteApp.BuildPlace builder) {
        ImageSettings image = new ImageSettings(
                Optional.empty(), List.of(Text.literal("1.0")), List.of(Platform.LINUX_AMD64), Optional.empty());
        return FrontEnds.of(LINE, builder, server, image, List.of());
    }

    private void layout(String name, ImageContent image) throws IOException {
        LayoutDirectory layout = new LayoutDirectory(directory.resolve(name));
        for (Blob blob : image.blobs()) {
            layout.write(blob);
        }
        layout.write(image.root());
        layout.tag(image.root().descriptor(), List.of("latest"));
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.createDirectories(directory.resolve("programs")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
