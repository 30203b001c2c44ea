package io.github.aspirejava.builder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.bytecode.ApplicationClasses;
import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.javaapp.JavaImageBuilder;
import io.github.aspirejava.builder.javaapp.SampleModule;
import io.github.aspirejava.builder.javaapp.WrittenImage;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.PackagedLibrary;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private String find() throws ImageBuildException, IOException {
        return choose(Optional.empty(), Optional.empty());
    }

    private String choose(Optional<String> configured, Optional<String> packaged)
            throws ImageBuildException, IOException {
        Path jar = sample.packaged(Instant.EPOCH);
        return new MainClass(sample.module(), new ApplicationClasses(jar, ""), List.of()).choose(configured, packaged);
    }

    @Test
    void isTheOnlyOneThatCanBeRun() throws Exception {
        sample.compile("Start", main("Start"));

        assertThat(find()).isEqualTo("app.Start");
    }

    @Test
    void isAskedForIfThereIsNone() {
        assertThatThrownBy(() -> find())
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "No class of module 'api' has a main method. Write one, or name the class to run: <mainClass>com.example.Main</mainClass>");
    }

    @Test
    void isAskedForWithAllCandidatesIfThereAreTwo() throws Exception {
        sample.compile("Start", main("Start"));
        sample.compile("Import", main("Import"));

        assertThatThrownBy(() -> find())
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "Several classes of module 'api' have a main method: app.Import, app.Start. Name the one to run: <mainClass>app.Import</mainClass>");
    }

    @Test
    void isFoundBesideClassesForANewerJavaThanIsKnown() throws Exception {
        sample.compile("Start", main("Start"));
        sample.compile("Plain", "package app; class Plain { int main() { return 1; } }");
        compiledForTheFuture("app/Plain.class");

        assertThat(find()).isEqualTo("app.Start");
    }

    @Test
    void needNotTakeArgumentsFromJava25On() throws Exception {
        assertThatThrownBy(() -> find()).isInstanceOf(ImageBuildException.class);

        compiledForTheFuture("app/Other.class");

        assertThat(find()).isEqualTo("app.Other");
    }

    @Test
    void mayHaveAMethodOfInstancesFromJava25On() throws Exception {
        sample.compile("Other", "package app; class Other { void main() {} }");
        sample.compile("Hidden", "package app; class Hidden { private Hidden() {} void main() {} }");
        sample.compile("Part", "package app; abstract class Part { void main() {} }");
        compiledForTheFuture("app/Other.class");
        compiledForTheFuture("app/Hidden.class");
        compiledForTheFuture("app/Part.class");

        assertThat(find()).isEqualTo("app.Other");
    }

    @Test
    void isFoundInAClassForANewerJavaThanIsKnown() throws Exception {
        sample.compile("Start", main("Start"));
        compiledForTheFuture("app/Start.class");

        assertThat(find()).isEqualTo("app.Start");
    }

    @Test
    void isNotLookedForInAFileThatIsNoClass() throws Exception {
        sample.compile("Start", main("Start"));
        sample.resource("broken.class", "");

        assertThat(find()).isEqualTo("app.Start");
    }

    @Test
    void isTheConfiguredOneEvenIfThereAreOthers() throws Exception {
        sample.compile("Start", main("Start"));
        sample.compile("Import", main("Import"));
        JavaImageRequest request =
                JavaImageRequest.of(sample.module(), new BaseImage.Scratch()).withMainClass("app.Import");

        try (LayerCache cache = LayerCache.open(directory.resolve("cache"))) {
            WrittenImage image = new WrittenImage(new JavaImageBuilder(cache).build(request, new Cancellation()));
            assertThat(image.launchManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo("app.Import");
        }
    }

    @Test
    void isThePackagedOneBeforeTheOnesThatAreFound() throws Exception {
        sample.compile("Start", main("Start"));
        sample.compile("Import", main("Import"));

        assertThat(choose(Optional.empty(), Optional.of("app.Start "))).isEqualTo("app.Start");
        assertThat(choose(Optional.of("app.Import"), Optional.of("app.Start"))).isEqualTo("app.Import");
    }

    @Test
    void hasToBeSomewhere() throws Exception {
        sample.compile("Start", main("Start"));

        assertThatThrownBy(() -> choose(Optional.of("app.Stort"), Optional.empty()))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "The main class app.Stort of module 'api' is neither in its jar nor in one of its libraries. Write <mainClass>app.Start</mainClass>");
    }

    @Test
    void hasToHaveAMainMethodOrToInheritOne() throws Exception {
        sample.compile("Start", main("Start"));
        sample.compile("Part", "package app; class Part { }");
        sample.compile("Child", "package app; class Child extends Exception { }");

        assertThatThrownBy(() -> choose(Optional.of("app.Part"), Optional.empty()))
                .isInstanceOf(ImageBuildException.class)
                .hasMessage(
                        "The main class app.Part of module 'api' has no main method. Write <mainClass>app.Start</mainClass>");
        assertThat(choose(Optional.of("app.Child"), Optional.empty())).isEqualTo("app.Child");
        assertThat(choose(Optional.of("app.Other"), Optional.empty())).isEqualTo("app.Other");
    }

    @Test
    void mayBeInALibrary() throws Exception {
        sample.jar("library-1.0.jar", Library.Kind.RELEASE, SampleModule.library("library"), Instant.EPOCH);
        JavaModule module = sample.module();

        String name = new MainClass(
                        module,
                        new ApplicationClasses(sample.packaged(Instant.EPOCH), ""),
                        module.classpath().stream().map(PackagedLibrary::of).toList())
                .choose(Optional.empty(), Optional.of("lib.Library"));

        assertThat(name).isEqualTo("lib.Library");
    }

    private void compiledForTheFuture(String name) throws IOException {
        Path file = sample.classes().resolve(name);
        byte[] content = Files.readAllBytes(file);
        // The major version of the class file format, bytes 6 and 7.
        content[7] = 99;
        Files.write(file, content);
    }
}
