package io.github.aspirejava.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.run.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassTest {
    @TempDir
    Path directory;

    private SampleModule sample;

    @BeforeEach
    void compile() throws IOException {
        sample = new SampleModule(directory.resolve("project"));
        sample.compile("Other", "package app; class Other { static void main() {} }");
    }

    private static String main(String name) {
        return "package app; public class %s { public static void main(String[] args) {} }".formatted(name);
    }

    private static String find(SampleModule sample) throws ImageBuildException, IOException {
        return MainClass.find(
                "api",
                ModuleFiles.below(sample.classes()).values().stream()
                        .filter(file -> MainClass.isClassFile(file.toString()))
                        .toList());
    }

    @Test
    void isTheOnlyOneThatCanBeRun() throws Exception {
        sample.compile("Start", main("Start"));

        assertThat(find(sample)).isEqualTo("app.Start");
    }

    @Test
    void isAskedForIfThereIsNone() {
        assertThatThrownBy(() -> find(sample))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "No class of api has a public static void main(String[]). Write one, or name the class to run: <mainClass>com.example.Main</mainClass>");
    }

    @Test
    void isAskedForWithAllCandidatesIfThereAreTwo() throws Exception {
        sample.compile("Start", main("Start"));
        sample.compile("Import", main("Import"));

        assertThatThrownBy(() -> find(sample))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "Several classes of api can be run: app.Import, app.Start. Name the one to run: <mainClass>app.Import</mainClass>");
    }

    @Test
    void isFoundBesideClassesForANewerJavaThanIsKnown() throws Exception {
        sample.compile("Start", main("Start"));
        compiledForTheFuture("app/Other.class");

        assertThat(find(sample)).isEqualTo("app.Start");
    }

    @Test
    void isAskedForIfItsClassIsForANewerJavaThanIsKnown() throws Exception {
        sample.compile("Start", main("Start"));
        compiledForTheFuture("app/Start.class");

        assertThatThrownBy(() -> find(sample))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("(class files for a newer Java than this plugin can read: 1)");
    }

    @Test
    void isNotLookedForInAFileThatIsNoClass() throws Exception {
        sample.compile("Start", main("Start"));
        sample.resource("broken.class", "");

        assertThat(find(sample)).isEqualTo("app.Start");
    }

    @Test
    void isTheConfiguredOneEvenIfThereAreOthers() throws Exception {
        sample.compile("Start", main("Start"));
        sample.compile("Import", main("Import"));
        JavaImageRequest request =
                JavaImageRequest.of(sample.module(), new BaseImage.Scratch()).withMainClass("app.Import");

        try (LayerCache cache = LayerCache.open(directory.resolve("cache"))) {
            assertThat(new WrittenImage(new JavaImageBuilder(cache).build(request, new Cancellation())).entrypoint())
                    .endsWith("app.Import");
        }
    }

    private void compiledForTheFuture(String name) throws IOException {
        Path file = sample.classes().resolve(name);
        byte[] content = Files.readAllBytes(file);
        // The major version of the class file format, bytes 6 and 7.
        content[6] = 1;
        Files.write(file, content);
    }

    private Path jar(Map<String, byte[]> content) throws IOException {
        Path jar = directory.resolve("tool-1.0.jar");
        SampleModule.writeJar(jar, content, Instant.EPOCH);
        return jar;
    }

    private static byte[] manifest(String attributes) {
        return ("Manifest-Version: 1.0\r\n" + attributes + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void ofAJarIsThatOfItsManifest() throws Exception {
        Path jar = jar(Map.of("META-INF/MANIFEST.MF", manifest("Main-Class: org.tool.Cli\r\n")));

        assertThat(MainClass.ofJar("org:tool:1.0", jar)).isEqualTo("org.tool.Cli");
    }

    @Test
    void ofAJarWhoseManifestNamesNoneIsTheOnlyOneThatCanBeRun() throws Exception {
        sample.compile("Start", main("Start"));
        byte[] start = Files.readAllBytes(sample.classes().resolve("app/Start.class"));
        byte[] other = Files.readAllBytes(sample.classes().resolve("app/Other.class"));
        Path jar = jar(Map.of(
                "META-INF/MANIFEST.MF",
                manifest(""),
                "app/Start.class",
                start,
                "app/Other.class",
                other,
                "META-INF/versions/21/app/Start.class",
                start));

        assertThat(MainClass.ofJar("org:tool:1.0", jar)).isEqualTo("app.Start");
    }

    @Test
    void ofAJarWithoutOneIsAskedFor() throws Exception {
        Path jar = jar(Map.of("tool.txt", new byte[0]));

        assertThatThrownBy(() -> MainClass.ofJar("org:tool:1.0", jar))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "No class of org:tool:1.0 has a public static void main(String[]). Write one, or name the class to run: <mainClass>com.example.Main</mainClass>");
    }
}
