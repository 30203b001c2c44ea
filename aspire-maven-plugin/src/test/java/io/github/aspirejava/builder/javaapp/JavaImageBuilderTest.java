package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.library.LayerLimits;
import io.github.aspirejava.builder.library.LayerPlan;
import io.github.aspirejava.builder.library.LayerPlanner;
import io.github.aspirejava.builder.library.LibraryPlan;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.builder.plan.JavaRun;
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.ImageContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaImageBuilderTest {
    private static final BaseImage SCRATCH = new BaseImage.Scratch();

    @TempDir
    Path directory;

    private SampleModule sample;

    @BeforeEach
    void compile() throws IOException {
        sample = SampleModule.complete(directory.resolve("project"));
    }

    private ImageContent build(JavaImageRequest request)
            throws ImageBuildException, CacheException, InterruptedException {
        return build(request, "cache");
    }

    /** Builds an image. The layers stay open, and so readable, until they are collected. */
    @SuppressWarnings("resource")
    private ImageContent build(JavaImageRequest request, String cache)
            throws ImageBuildException, CacheException, InterruptedException {
        return new JavaImageBuilder(LayerCache.open(directory.resolve(cache))).build(request, new Cancellation());
    }

    private WrittenImage image() throws Exception {
        return new WrittenImage(build(JavaImageRequest.of(sample.module(), SCRATCH)));
    }

    private Digest digest(String cache) throws Exception {
        return build(JavaImageRequest.of(sample.module(), SCRATCH), cache)
                .root()
                .descriptor()
                .digest();
    }

    @Test
    void ordersTheLayersFromTheOneThatChangesLeastToTheOneThatChangesMost() throws Exception {
        assertThat(image().layerNames())
                .containsExactly(
                        "dependencies", "snapshot dependencies", "project dependencies", "class path", "application");
    }

    @Test
    void runsAJarThatOthersHaveBuiltWithWhatItNeeds() throws Exception {
        sample = new SampleModule(directory.resolve("artifact"));
        byte[] manifest = "Manifest-Version: 1.0\r\nMain-Class: org.tool.Cli\r\n".getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> content = new LinkedHashMap<>(SampleModule.library("tool"));
        content.put("META-INF/MANIFEST.MF", manifest);
        content.put("org/tool/Cli.class", content.get("lib/Library.class"));
        sample.jar("tool-1.0.jar", Library.Kind.RELEASE, content, Instant.EPOCH);
        sample.jar("library-1.0.jar", Library.Kind.RELEASE, SampleModule.library("library"), Instant.EPOCH);
        List<ClasspathJar> jars = sample.module().classpath();
        JavaModule tool = new JavaModule(
                "org:tool:1.0", new ModuleOutput.LibraryJar(jars.get(0).file()), jars);

        WrittenImage image = new WrittenImage(build(JavaImageRequest.of(tool, SCRATCH)));

        assertThat(image.entrypoint()).containsExactly("java", "-jar", "/app/launch.jar");
        assertThat(image.classpath()).containsExactly("/app/libs/tool-1.0.jar", "/app/libs/library-1.0.jar");
        assertThat(image.launchManifest().getMainAttributes().getValue("Main-Class"))
                .isEqualTo("org.tool.Cli");
        assertThat(image.layerNames()).containsExactly("dependencies", "class path");
    }

    @Test
    void keepsTheOrderOfTheClassPath() throws Exception {
        sample = new SampleModule(directory.resolve("ordered"));
        sample.jar("z-1.jar", Library.Kind.PROJECT, SampleModule.library("z"), Instant.EPOCH);
        sample.jar("m-1.jar", Library.Kind.SNAPSHOT, SampleModule.library("m"), Instant.EPOCH);
        sample.jar("a-1.jar", Library.Kind.RELEASE, SampleModule.library("a"), Instant.EPOCH);
        sample.jar("b-1.jar", Library.Kind.PROJECT, SampleModule.library("b"), Instant.EPOCH);
        sample.compile("Main", SampleModule.MAIN);

        assertThat(image().classpath())
                .containsExactly(
                        "/app/app.jar",
                        "/app/libs/z-1.jar",
                        "/app/libs/m-1.jar",
                        "/app/libs/a-1.jar",
                        "/app/libs/b-1.jar");
    }

    @Test
    void keepsJarsOfTheSameNameAndLengthApart() throws Exception {
        Path group = directory.resolve("groups");
        sample.jar(group.resolve("a/same-1.jar"), Library.Kind.RELEASE, Map.of("one", new byte[] {1}), Instant.EPOCH);
        sample.jar(group.resolve("b/same-1.jar"), Library.Kind.RELEASE, Map.of("one", new byte[] {2}), Instant.EPOCH);
        assertThat(Files.size(group.resolve("a/same-1.jar"))).isEqualTo(Files.size(group.resolve("b/same-1.jar")));

        WrittenImage image = image();
        image.unpack(directory.resolve("root"));

        List<byte[]> contents = new ArrayList<>();
        for (String element : image.classpath()) {
            if (element.contains("same")) {
                contents.add(Files.readAllBytes(directory.resolve("root" + element)));
            }
        }
        assertThat(contents)
                .containsExactly(
                        Files.readAllBytes(group.resolve("a/same-1.jar")),
                        Files.readAllBytes(group.resolve("b/same-1.jar")));
    }

    @Test
    void callsAJarTheSameInAllImagesOfAPlanEvenIfOnlyOneOfThemHasAnotherOfThatName() throws Exception {
        sample.jar(
                directory.resolve("a/same-1.jar"), Library.Kind.RELEASE, Map.of("one", new byte[] {1}), Instant.EPOCH);
        List<Library> libraries =
                sample.module().classpath().stream().map(ClasspathJar::library).toList();
        Library namesake = new Library("b:same:1", Library.Kind.RELEASE, 1);
        LayerPlan plan = new LayerPlanner(LayerLimits.DEFAULT)
                .plan(Map.of("api", libraries, "other", List.of(namesake, libraries.get(3))));

        WrittenImage image = new WrittenImage(
                build(JavaImageRequest.of(sample.module(), SCRATCH).withLibraries(LibraryPlan.of(plan, "api"))));

        assertThat(image.classpath()).contains("/app/libs/a/same/1/same-1.jar").doesNotContain("/app/libs/same-1.jar");
    }

    @Test
    void startsAJarThatListsTheClassPath() throws Exception {
        JavaImageRequest request =
                JavaImageRequest.of(sample.module(), SCRATCH).withJvmFlags(List.of("-Xmx64m", "-Da=b c"));

        assertThat(new WrittenImage(build(request)).entrypoint())
                .containsExactly("java", "-Xmx64m", "-Da=b c", "-jar", "/app/launch.jar");
        assertThat(new WrittenImage(build(request)).classpath())
                .containsExactly(
                        "/app/app.jar",
                        "/app/libs/library-1.0.jar",
                        "/app/libs/snap-1.0-SNAPSHOT.jar",
                        "/app/libs/sibling-1.0.jar");
    }

    @Test
    void givesLibrariesAFixedTimeAndAllFilesAnOwnerAndAMode() throws Exception {
        WrittenImage image = image();
        for (String layer : image.layers()) {
            assertThat(image.entries(layer).keySet()).allSatisfy(entry -> {
                boolean isWork = entry.getName().equals("work/");
                assertThat(entry.getLongUserId()).isEqualTo(isWork ? 65532 : 0);
                assertThat(entry.getLongGroupId()).isZero();
                assertThat(entry.getMode() & 07777)
                        .isEqualTo(
                                switch (entry.getName()) {
                                    case "work/", "tmp/" -> 01777;
                                    default -> entry.isDirectory() ? 0755 : 0644;
                                });
            });
        }
        for (String layer : image.layers().subList(0, 3)) {
            assertThat(image.entries(layer).keySet())
                    .extracting(entry -> entry.getLastModifiedTime().toInstant())
                    .containsOnly(Instant.ofEpochSecond(1));
        }
    }

    private Instant timeOfTheApplication(Optional<Instant> outputTimestamp) throws Exception {
        WrittenImage image = new WrittenImage(
                build(JavaImageRequest.of(sample.module(), SCRATCH).withOutputTimestamp(outputTimestamp)));
        return image.entries(image.layers().get(4)).keySet().stream()
                .filter(entry -> entry.getName().equals("app/app.jar"))
                .map(entry -> entry.getLastModifiedTime().toInstant())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesTheApplicationATimeThatChangesWithItsContent() throws Exception {
        Instant before = timeOfTheApplication(Optional.empty());
        sample.resource("greeting.txt", "hallo");
        Instant after = timeOfTheApplication(Optional.empty());
        sample.resource("greeting.txt", "hello");

        assertThat(after).isNotEqualTo(before);
        assertThat(timeOfTheApplication(Optional.empty())).isEqualTo(before);
    }

    @Test
    void datesTheApplicationByTheOutputTimestamp() throws Exception {
        Instant timestamp = Instant.parse("2020-02-03T04:05:06Z");

        assertThat(timeOfTheApplication(Optional.of(timestamp)))
                .isBetween(timestamp.minus(Duration.ofHours(1)), timestamp);
    }

    @Test
    void describesEachLayerByTheDigestOfItsTar() throws Exception {
        WrittenImage image = image();
        List<String> diffIds = new ArrayList<>();
        image.config().path("rootfs").path("diff_ids").forEach(id -> diffIds.add(id.asText()));
        List<String> computed = new ArrayList<>();
        for (String layer : image.layers()) {
            assertThat(Digest.of(image.blob(layer)).toString()).isEqualTo(layer);
            computed.add(Digest.of(WrittenImage.gunzip(image.blob(layer))).toString());
        }
        assertThat(diffIds).isEqualTo(computed).hasSize(5);
    }

    @Test
    void givesTheSameDigestInAnotherDirectoryAndWithAnotherCache() throws Exception {
        Digest here = digest("cache");
        sample = SampleModule.complete(directory.resolve("elsewhere/project"));

        assertThat(digest("other-cache")).isEqualTo(here);
    }

    @Test
    void doesNotLookAtTimesModesAndTheOrderInWhichFilesWereMade() throws Exception {
        Digest first = digest("cache");
        List<Path> files;
        try (Stream<Path> walked = Files.walk(sample.classes())) {
            files = walked.filter(Files::isRegularFile).toList();
        }
        for (int i = files.size() - 1; i >= 0; i--) {
            byte[] content = Files.readAllBytes(files.get(i));
            Files.delete(files.get(i));
            Files.write(files.get(i), content);
            Files.setLastModifiedTime(files.get(i), FileTime.from(Instant.ofEpochSecond(1_000_000L * i)));
            Files.setPosixFilePermissions(files.get(i), PosixFilePermissions.fromString("rwx------"));
        }

        assertThat(digest("cache")).isEqualTo(first);
        assertThat(digest("other-cache")).isEqualTo(first);
    }

    @Test
    void givesTheSameDigestOnManyThreads() throws Exception {
        Digest alone = digest("cache");
        ForkJoinPool pool = new ForkJoinPool(4);
        try (LayerCache cache = LayerCache.open(directory.resolve("parallel"))) {
            JavaImageBuilder builder = new JavaImageBuilder(cache);
            JavaImageRequest request = JavaImageRequest.of(sample.module(), SCRATCH);
            var tasks = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(
                            () -> builder.build(request, new Cancellation()).root()))
                    .toList();
            Set<Digest> digests = new HashSet<>();
            for (var task : tasks) {
                digests.add(task.get().descriptor().digest());
            }
            assertThat(digests).containsExactly(alone);
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void givesTheSameDigestWhateverTheParallelism(int parallelism) throws Exception {
        for (int i = 0; i < 40; i++) {
            sample.resource(
                    "texts/%d.txt".formatted(i), "line %d\n".formatted(i).repeat(2000));
        }
        Digest alone = digest("cache");
        ForkJoinPool pool = new ForkJoinPool(parallelism);
        try (LayerCache cache = LayerCache.open(directory.resolve("pool"))) {
            JavaImageRequest request = JavaImageRequest.of(sample.module(), SCRATCH);

            ImageContent image = pool.submit(() -> new JavaImageBuilder(cache).build(request, new Cancellation()))
                    .get();

            assertThat(image.root().descriptor().digest()).isEqualTo(alone);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void beginsNoLayerOnceTheRunHasBeenCancelled() throws Exception {
        JavaImageRequest request = JavaImageRequest.of(sample.module(), SCRATCH);

        try (LayerCache cache = LayerCache.open(directory.resolve("cache"))) {
            assertThatThrownBy(() -> new JavaImageBuilder(cache).build(request, CancelledRun.cancellation()))
                    .isInstanceOf(CancellationException.class);
        }

        assertThat(directory.resolve("cache/layers-1")).isEmptyDirectory();
    }

    @Test
    void givesTheSameDigestWhenAProjectJarIsPackagedAgain() throws Exception {
        Digest first = digest("cache");
        Path jar = directory.resolve("project/jars/sibling-1.0.jar");
        byte[] before = Files.readAllBytes(jar);
        SampleModule.writeJar(jar, SampleModule.library("sibling"), Instant.parse("2022-03-04T05:06:08Z"));
        assertThat(Files.readAllBytes(jar)).isNotEqualTo(before);

        assertThat(digest("cache")).isEqualTo(first);
        assertThat(digest("other-cache")).isEqualTo(first);
    }

    @Test
    void changesExactlyOneLayerWhenAClassChanges() throws Exception {
        List<String> before = image().layers();
        sample.compile("Other", "package app; class Other { int value = 2; }");
        List<String> after = image().layers();

        assertThat(after.subList(0, 4)).isEqualTo(before.subList(0, 4));
        assertThat(after.get(4)).isNotEqualTo(before.get(4));
    }

    @Test
    void leavesTheOtherLayersAloneWhenAClassInANewPackageIsAdded() throws Exception {
        List<String> before = image().layers();
        sample.compile("New", "package brandnew; class New {}");

        assertThat(image().layers().subList(0, 4)).isEqualTo(before.subList(0, 4));
    }

    @Test
    void runsWithTheJavaOfThisMachine() throws Exception {
        ImageContent content = build(JavaImageRequest.of(sample.module(), SCRATCH)
                .withJvmFlags(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto")));
        WrittenImage image = new WrittenImage(content);
        image.writeLayout(directory.resolve("layout"));
        Path root = directory.resolve("root");
        image.unpack(root);

        List<String> command = new ArrayList<>(image.entrypoint());
        command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.replaceAll(word -> word.startsWith("/app/") ? root + word : word);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.strip()).isEqualTo("hello from library");
        try (Stream<Path> blobs = Files.list(directory.resolve("layout/blobs/sha256"))) {
            assertThat(blobs)
                    .hasSize(7)
                    .allSatisfy(blob -> assertThat(
                                    Digest.of(Files.readAllBytes(blob)).hex())
                            .isEqualTo(blob.getFileName().toString()));
        }
    }

    @Test
    void saysThatAModuleIsNotPackaged() {
        JavaModule module = new JavaModule("api", new ModuleOutput.Jar(directory.resolve("nowhere.jar")), List.of());

        assertThatThrownBy(() -> build(JavaImageRequest.of(module, SCRATCH)))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage("Module 'api' is not packaged: %s does not exist. Run: mvn package aspire:push"
                        .formatted(directory.resolve("nowhere.jar")));
    }

    @Test
    void saysThatADependencyIsMissingOrNotAJar() throws Exception {
        ModuleOutput output = sample.module().output();
        JavaModule module = new JavaModule("api", output, List.of(jar(directory)));
        JavaModule other = new JavaModule("api", output, List.of(jar(directory.resolve("no.jar"))));

        assertThatThrownBy(() -> build(JavaImageRequest.of(module, SCRATCH)))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining(
                        "The dependency %s of module 'api' is a directory and not a jar.".formatted(directory));
        assertThatThrownBy(() -> build(JavaImageRequest.of(other, SCRATCH)))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("no.jar of module 'api' is missing. Run: mvn package aspire:push");
    }

    private static ClasspathJar jar(Path file) {
        return new ClasspathJar(new Library("g:a:1", Library.Kind.RELEASE, 1), file);
    }

    @Test
    void namesAProjectJarThatIsNoJar() throws Exception {
        Files.writeString(directory.resolve("project/jars/sibling-1.0.jar"), "no zip");

        assertThatThrownBy(() -> build(JavaImageRequest.of(sample.module(), SCRATCH)))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("sibling-1.0.jar is not a proper jar");
    }

    private static List<String> names(Set<TarArchiveEntry> entries) {
        return entries.stream().map(TarArchiveEntry::getName).toList();
    }

    @Test
    void putsTheJarOfTheModuleAndTheOneThatStartsItIntoLayersOfTheirOwn() throws Exception {
        WrittenImage image = image();

        assertThat(names(image.entries(image.layers().get(4)).keySet()))
                .containsExactly("app/", "app/app.jar", "tmp/", "work/");
        assertThat(names(image.entries(image.layers().get(3)).keySet())).containsExactly("app/", "app/launch.jar");
    }

    @Test
    void startsAJarThatNeedsNothingElseItself() throws Exception {
        sample = SampleModule.idle(directory.resolve("alone"));

        WrittenImage image = image();

        assertThat(image.entrypoint()).containsExactly("java", "-jar", "/app/app.jar");
        assertThat(names(image.entries(image.layers().get(0)).keySet()))
                .containsExactly("app/", "app/app.jar", "tmp/", "work/");
    }

    @Test
    void keepsWhatTheManifestSaysBesidesTheClassPath() throws Exception {
        sample.manifest(
                "Main-Class: app.Main",
                "Add-Opens: java.base/java.lang",
                "Class-Path: somewhere/else.jar",
                "",
                "Name: app/",
                "Implementation-Version: 4.5");

        Manifest manifest = image().launchManifest();
        Attributes attributes = manifest.getMainAttributes();

        assertThat(attributes.getValue("Add-Opens")).isEqualTo("java.base/java.lang");
        assertThat(attributes.getValue("Class-Path")).startsWith("app.jar libs/library-1.0.jar");
        assertThat(manifest.getAttributes("app/").getValue("Implementation-Version"))
                .isEqualTo("4.5");
    }

    @Test
    void hasWhatTheImageIsRunWith() throws Exception {
        JavaRun run = JavaRun.builder()
                .arguments(List.of("server", "a b"))
                .environment(Map.of("GREETING", "hi"))
                .ports(new TreeSet<>(Set.of(8080)))
                .resourceDirectory(true)
                .build();

        WrittenImage image = new WrittenImage(
                build(JavaImageRequest.of(sample.module(), SCRATCH).withRun(run)));

        assertThat(image.config().path("config")).hasToString("""
                {"Entrypoint":["java","-jar","/app/launch.jar"],"Cmd":["server","a b"],"Env":["GREETING=hi"],"ExposedPorts":{"8080/tcp":{}},"User":"65532:65532","WorkingDir":"/work"}""");
        assertThat(image.classpath()).startsWith("/app/resources/", "/app/app.jar");
    }
}
