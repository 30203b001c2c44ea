package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layers of an application that have to be pushed again when a part of it has changed, by their digests. */
class ChurnTest {
    /** Limits for small jars: a layer pays off from a few of them on. */
    private static final LayerLimits LIMITS = new LayerLimits(1_000, 22);

    private static final int JAR_SIZE = 3_000;

    @TempDir
    Path directory;

    private final Map<String, List<String>> services = new TreeMap<>();
    private Set<String> pushed = Set.of();

    @BeforeEach
    void pushAll() throws Exception {
        services.put("api", List.of("core:1", "log:1", "web:1", "snap:1-SNAPSHOT", "module:1"));
        services.put("web", List.of("web:1", "log:1", "core:1", "template:1"));
        services.put("worker", List.of("module:1", "snap:1-SNAPSHOT", "queue:1", "core:1", "log:1"));
        for (String service : services.keySet()) {
            writeClass(service, 1);
        }
        pushed = push().keySet();
        assertThat(pushed).hasSize(12);
    }

    private void writeClass(String service, int version) throws IOException {
        SampleModule.writeJar(
                directory.resolve(service + ".jar"),
                Map.of("app/Main.class", (service + version).getBytes(StandardCharsets.UTF_8)),
                Instant.EPOCH);
    }

    /** Pushes the application, and returns all layers by their digests, with the names of the files. */
    private Map<String, Set<String>> push() throws Exception {
        Map<String, List<ClasspathJar>> jars = new HashMap<>();
        Map<String, List<Library>> libraries = new HashMap<>();
        for (Map.Entry<String, List<String>> service : services.entrySet()) {
            List<ClasspathJar> used = new ArrayList<>();
            for (String name : service.getValue()) {
                used.add(jar(name));
            }
            jars.put(service.getKey(), used);
            libraries.put(
                    service.getKey(), used.stream().map(ClasspathJar::library).toList());
        }
        LayerPlan plan = new LayerPlanner(LIMITS).plan(libraries);
        Map<String, Set<String>> layers = new HashMap<>();
        try (LayerCache cache = LayerCache.open(directory.resolve("cache"))) {
            for (Map.Entry<String, List<ClasspathJar>> service : jars.entrySet()) {
                String name = service.getKey();
                JavaModule module = new JavaModule(
                        name, new ModuleOutput.Jar(directory.resolve(name + ".jar")), service.getValue());
                WrittenImage image = new WrittenImage(new JavaImageBuilder(cache)
                        .build(
                                JavaImageRequest.of(module, new BaseImage.Scratch())
                                        .withLibraries(LibraryPlan.of(plan, name))
                                        .withMainClass("app.Main"),
                                new Cancellation()));
                assertThat(image.classpath()).as("the module's order").isEqualTo(classpath(services.get(name)));
                for (String layer : image.layers()) {
                    layers.put(layer, names(image, layer));
                }
            }
        }
        return layers;
    }

    private static List<String> classpath(@Nullable List<String> jars) {
        List<String> classpath = new ArrayList<>(List.of("/app/app.jar"));
        Objects.requireNonNull(jars).forEach(jar -> classpath.add("/app/libs/%s.jar".formatted(jar.replace(':', '-'))));
        return classpath;
    }

    private static Set<String> names(WrittenImage image, String layer) throws IOException {
        Set<String> names = new TreeSet<>();
        for (TarArchiveEntry entry : image.entries(layer).keySet()) {
            if (!entry.isDirectory()) {
                names.add(entry.getName().replaceFirst("^app/(libs/)?", ""));
            }
        }
        return names;
    }

    /** Returns the jar of an {@code ARTIFACT:VERSION}; the same bytes in each call. */
    private ClasspathJar jar(String name) throws IOException {
        String[] parts = name.split(":", -1);
        Library.Kind kind = parts[0].equals("module")
                ? Library.Kind.PROJECT
                : parts[1].endsWith("-SNAPSHOT") ? Library.Kind.SNAPSHOT : Library.Kind.RELEASE;
        Path file = directory.resolve("repository/%s-%s.jar".formatted(parts[0], parts[1]));
        if (!Files.exists(file)) {
            writeJar(file, name);
        }
        return new ClasspathJar(new Library("g:" + name, kind, Files.size(file)), file);
    }

    private static void writeJar(Path file, String seed) throws IOException {
        byte[] content = new byte[JAR_SIZE];
        new SplittableRandom(seed.hashCode()).nextBytes(content);
        SampleModule.writeJar(
                file, Map.of("content", content, "name", seed.getBytes(StandardCharsets.UTF_8)), Instant.EPOCH);
    }

    /** Returns the contents of the layers that are new. */
    private Set<Set<String>> moved() throws Exception {
        Map<String, Set<String>> layers = push();
        Set<Set<String>> moved = new HashSet<>();
        layers.forEach((digest, names) -> {
            if (!pushed.contains(digest)) {
                moved.add(names);
            }
        });
        return moved;
    }

    @Test
    void nothingMovesWhenNothingChanges() throws Exception {
        assertThat(moved()).isEmpty();
    }

    @Test
    void theLastLayerOfOneServiceMovesWhenAClassOfItChanges() throws Exception {
        writeClass("web", 2);

        assertThat(moved()).containsExactly(Set.of("app.jar"));
    }

    @Test
    void theLayerOfModulesMovesWhenAModuleChanges() throws Exception {
        writeJar(directory.resolve("repository/module-1.jar"), "another");

        assertThat(moved()).containsExactly(Set.of("module-1.jar"));
    }

    @Test
    void theLayerOfSnapshotsMovesWhenASnapshotIsRebuilt() throws Exception {
        writeJar(directory.resolve("repository/snap-1-SNAPSHOT.jar"), "another");

        assertThat(moved()).containsExactly(Set.of("snap-1-SNAPSHOT.jar"));
    }

    @Test
    void oneLayerMovesWhenALibraryOfAllIsUpgradedEverywhere() throws Exception {
        services.replaceAll((service, jars) ->
                jars.stream().map(jar -> jar.replace("log:1", "log:2")).toList());

        assertThat(moved())
                .as("the class paths name another version")
                .containsExactlyInAnyOrder(Set.of("core-1.jar", "log-2.jar"), Set.of("launch.jar"));
    }

    @Test
    void whatTheOthersStillShareIsAnotherLayerWhenALibraryIsUpgradedInOneService() throws Exception {
        services.computeIfPresent(
                "worker",
                (service, jars) ->
                        jars.stream().map(jar -> jar.replace("log:1", "log:2")).toList());

        // Now only api and web share log 1, and with it the libraries that they have shared before.
        assertThat(moved())
                .containsExactlyInAnyOrder(
                        Set.of("core-1.jar"),
                        Set.of("log-1.jar", "web-1.jar"),
                        Set.of("log-2.jar", "queue-1.jar"),
                        Set.of("launch.jar"));
    }

    @Test
    void onlyTheClassesOfANewServiceArePushedIfItUsesWhatAllUse() throws Exception {
        services.put("new", List.of("core:1", "log:1"));
        writeClass("new", 1);

        assertThat(moved()).containsExactlyInAnyOrder(Set.of("launch.jar"), Set.of("app.jar"));
    }

    @Test
    void theGroupThatANewServiceDividesMovesAndNoOther() throws Exception {
        services.put("new", List.of("core:1", "web:1"));
        writeClass("new", 1);

        // It separates core and log, which all others share, and joins the users of web.
        assertThat(moved())
                .containsExactlyInAnyOrder(
                        Set.of("core-1.jar"), Set.of("log-1.jar"), Set.of("launch.jar"), Set.of("app.jar"));
    }
}
