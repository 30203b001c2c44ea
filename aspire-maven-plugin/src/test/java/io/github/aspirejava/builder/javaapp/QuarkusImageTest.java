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
import io.github.aspirejava.cache.CacheException;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusImageTest {
    @TempDir
    Path directory;

    private Path app;
    private final List<ClasspathJar> classpath = new ArrayList<>();

    @BeforeEach
    void packageModule() throws IOException {
        app = directory.resolve("target/quarkus-app");
        library("g:core:1.0", Library.Kind.RELEASE, "lib/main/g.core-1.0.jar");
        library("g:log:1.0", Library.Kind.RELEASE, "lib/boot/g.log-1.0.jar");
        library("g:native:linux:1.0", Library.Kind.RELEASE, "lib/main/g.native-1.0-linux.jar");
        library("g:left-out:1.0", Library.Kind.RELEASE, "elsewhere/g.left-out-1.0.jar");
        library("g:module:1.0", Library.Kind.PROJECT, "lib/main/g.module-1.0.jar");
        Files.delete(app.resolve("elsewhere/g.left-out-1.0.jar"));
        Files.delete(app.resolve("elsewhere"));
        jar("lib/main/g.added-1.0.jar", Instant.EPOCH);
        write(Instant.EPOCH);
    }

    private void library(String id, Library.Kind kind, String place) throws IOException {
        jar(place, Instant.EPOCH);
        Path file = directory.resolve(
                "repository/" + Path.of(place).getFileName().toString().substring(2));
        Files.createDirectories(file.getParent());
        Files.copy(app.resolve(place), file);
        classpath.add(new ClasspathJar(new Library(id, kind, Files.size(file)), file));
    }

    private void jar(String place, Instant time) throws IOException {
        SampleModule.writeJar(app.resolve(place), Map.of("content", place.getBytes(StandardCharsets.UTF_8)), time);
    }

    private void write(Instant time) throws IOException {
        for (String jar : List.of("quarkus-run.jar", "app/q-1.0.jar", "quarkus/generated-bytecode.jar")) {
            jar(jar, time);
        }
        Files.writeString(app.resolve("quarkus/quarkus-application.dat"), "index");
    }

    private JavaImageRequest request() {
        return JavaImageRequest.of(
                new JavaModule("q", new ModuleOutput.QuarkusApp(app), classpath), new BaseImage.Scratch());
    }

    /** Builds an image. The layers stay open, and so readable, until they are collected. */
    @SuppressWarnings("resource")
    private WrittenImage build(JavaImageRequest request)
            throws ImageBuildException, CacheException, InterruptedException {
        return new WrittenImage(
                new JavaImageBuilder(LayerCache.open(directory.resolve("cache"))).build(request, new Cancellation()));
    }

    private static List<String> files(WrittenImage image, int layer) throws IOException {
        return image.entries(image.layers().get(layer)).keySet().stream()
                .filter(entry -> !entry.isDirectory())
                .map(TarArchiveEntry::getName)
                .toList();
    }

    @Test
    void hasEachFileWhereQuarkusHasPutItAndItsOwnOutputLast() throws Exception {
        WrittenImage image = build(request());

        assertThat(image.layerNames())
                .containsExactly(
                        "dependencies",
                        "project dependencies",
                        "dependencies that Quarkus adds",
                        "Quarkus application");
        assertThat(files(image, 0))
                .containsExactly(
                        "app/lib/boot/g.log-1.0.jar",
                        "app/lib/main/g.core-1.0.jar",
                        "app/lib/main/g.native-1.0-linux.jar");
        assertThat(files(image, 1)).containsExactly("app/lib/main/g.module-1.0.jar");
        assertThat(files(image, 2)).containsExactly("app/lib/main/g.added-1.0.jar");
        assertThat(files(image, 3))
                .containsExactly(
                        "app/app/q-1.0.jar",
                        "app/quarkus-run.jar",
                        "app/quarkus/generated-bytecode.jar",
                        "app/quarkus/quarkus-application.dat");
    }

    @Test
    void isRunByTheJarOfQuarkus() throws Exception {
        assertThat(build(request().withJvmFlags(List.of("-Xmx64m"))).entrypoint())
                .containsExactly("java", "-Xmx64m", "-jar", "/app/quarkus-run.jar");
    }

    @Test
    void sharesTheLayersThatWerePlannedBeforeThereWasADirectory() throws Exception {
        List<Library> all = classpath.stream().map(ClasspathJar::library).toList();
        Library big = new Library("g:core:1.0", Library.Kind.RELEASE, 2_000_000);
        List<Library> mine = new ArrayList<>(all);
        mine.set(0, big);
        LayerPlan plan = new LayerPlanner(LayerLimits.DEFAULT).plan(Map.of("q", mine, "other", List.of(big)));

        WrittenImage image = build(request().withLibraries(LibraryPlan.of(plan, "q")));

        assertThat(files(image, 0)).containsExactly("app/lib/main/g.core-1.0.jar");
        assertThat(files(image, 1))
                .containsExactly("app/lib/boot/g.log-1.0.jar", "app/lib/main/g.native-1.0-linux.jar");
    }

    @Test
    void doesNotLookAtTheTimesThatQuarkusWritesIntoItsJars() throws Exception {
        List<String> before = build(request()).layers();
        write(Instant.parse("2022-03-04T05:06:08Z"));

        assertThat(build(request()).layers()).isEqualTo(before);
    }

    @Test
    void changesItsLastLayerOnlyWhenAClassChanges() throws Exception {
        List<String> before = build(request()).layers();
        SampleModule.writeJar(app.resolve("app/q-1.0.jar"), Map.of("content", new byte[] {1}), Instant.EPOCH);
        List<String> after = build(request()).layers();

        assertThat(after.subList(0, 3)).isEqualTo(before.subList(0, 3));
        assertThat(after.get(3)).isNotEqualTo(before.get(3));
    }

    @Test
    void takesNoMainClassFromAnybodyElse() {
        assertThatThrownBy(() -> build(request().withMainClass("q.Main")))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageEndingWith("Set the property quarkus.package.main-class, and remove <mainClass>");
    }

    @Test
    void saysThatAModuleIsNotPackaged() throws Exception {
        Files.delete(app.resolve("quarkus-run.jar"));

        assertThatThrownBy(() -> build(request()))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("The module q is not packaged")
                .hasMessageEndingWith("mvn package");
    }
}
