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
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootImageTest {
    private static final String MANIFEST = """
            Manifest-Version: 1.0\r
            Main-Class: org.springframework.boot.loader.launch.JarLauncher\r
            Start-Class: app.Main\r
            Implementation-Version: 1.2.3\r
            Spring-Boot-Classes: %1$s/classes/\r
            Spring-Boot-Lib: %1$s/lib/\r
            Spring-Boot-Classpath-Index: %1$s/classpath.idx\r
            """;

    @TempDir
    Path directory;

    private final List<ClasspathJar> resolved = new ArrayList<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private LayerCache cache;

    @BeforeEach
    void open() throws Exception {
        cache = LayerCache.open(directory.resolve("cache"));
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private byte[] library(String name, Library.Kind kind) throws IOException {
        Path file = directory.resolve("repository/g/" + name);
        SampleModule.writeJar(file, Map.of("name", name.getBytes(StandardCharsets.UTF_8)), Instant.EPOCH);
        resolved.add(SampleModule.jar(file, kind));
        return Files.readAllBytes(file);
    }

    private void text(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void repackage(String inf) throws IOException {
        text("META-INF/MANIFEST.MF", MANIFEST.formatted(inf));
        text("META-INF/services/java.nio.file.spi.FileSystemProvider", "org.springframework.boot.loader.Nested\n");
        text("META-INF/spring/imports", "app.Configuration");
        text("org/springframework/boot/loader/launch/JarLauncher.class", "loader");
        text(inf + "/classes/application.properties", "a=b");
        text(inf + "/classes/app/Main.class", "not read, as the manifest names it");
        entries.put(inf + "/lib/", new byte[0]);
        entries.put(inf + "/lib/z-1.0.jar", library("z-1.0.jar", Library.Kind.RELEASE));
        entries.put(inf + "/lib/a-1.0.jar", library("a-1.0.jar", Library.Kind.RELEASE));
        entries.put(inf + "/lib/sibling-1.0.jar", library("sibling-1.0.jar", Library.Kind.PROJECT));
        library("devtools-1.0.jar", Library.Kind.RELEASE);
        text(inf + "/lib/jarmode-1.0.jar", "added by the plugin, and not in the index");
        text(inf + "/lib/only-here-1.0.jar", "not resolved by Maven");
    }

    private void index(String inf, String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append("- \"").append(name).append("\"\n");
        }
        text(inf + "/classpath.idx", text.toString());
    }

    /** Creates such an archive; libraries are stored in it uncompressed. */
    private Path archive(String name) throws IOException {
        Path file = directory.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry written = new ZipEntry(entry.getKey());
                if (entry.getKey().endsWith(".jar")) {
                    CRC32 checksum = new CRC32();
                    checksum.update(entry.getValue());
                    written.setMethod(ZipEntry.STORED);
                    written.setSize(entry.getValue().length);
                    written.setCrc(checksum.getValue());
                }
                zip.putNextEntry(written);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private JavaImageRequest request(String name) throws IOException {
        JavaModule module = new JavaModule("api", new ModuleOutput.BootArchive(archive(name)), resolved);
        return JavaImageRequest.of(module, new BaseImage.Scratch());
    }

    private WrittenImage image(JavaImageRequest request) throws Exception {
        return new WrittenImage(new JavaImageBuilder(cache).build(request, new Cancellation()));
    }

    private static List<String> files(WrittenImage image, int layer) throws IOException {
        return image.entries(image.layers().get(layer)).keySet().stream()
                .filter(entry -> !entry.isDirectory())
                .map(TarArchiveEntry::getName)
                .toList();
    }

    @Test
    void hasExactlyTheLibrariesOfTheIndexInItsOrder() throws Exception {
        repackage("BOOT-INF");
        index(
                "BOOT-INF",
                "BOOT-INF/lib/z-1.0.jar",
                "BOOT-INF/lib/only-here-1.0.jar",
                "BOOT-INF/lib/sibling-1.0.jar",
                "BOOT-INF/lib/a-1.0.jar");

        WrittenImage image = image(request("api.jar"));

        assertThat(image.classpath())
                .containsExactly(
                        "/app/app.jar",
                        "/app/libs/z-1.0.jar",
                        "/app/libs/only-here-1.0.jar",
                        "/app/libs/sibling-1.0.jar",
                        "/app/libs/a-1.0.jar");
        assertThat(image.layerNames())
                .containsExactly(
                        "dependencies",
                        "project dependencies",
                        "dependencies that Spring Boot adds",
                        "class path",
                        "application");
        assertThat(files(image, 0)).containsExactly("app/libs/a-1.0.jar", "app/libs/z-1.0.jar");
    }

    @Test
    void readsTheIndexOfSpringBoot23AndDoesWithoutOne() throws Exception {
        repackage("BOOT-INF");
        index("BOOT-INF", "z-1.0.jar", "a-1.0.jar");
        assertThat(image(request("api.jar")).classpath())
                .containsExactly("/app/app.jar", "/app/libs/z-1.0.jar", "/app/libs/a-1.0.jar");

        entries.remove("BOOT-INF/classpath.idx");
        assertThat(image(request("other.jar")).classpath())
                .startsWith("/app/app.jar", "/app/libs/z-1.0.jar", "/app/libs/a-1.0.jar")
                .hasSize(6);
    }

    @Test
    void startsTheApplicationWithoutTheLoader() throws Exception {
        repackage("BOOT-INF");
        index("BOOT-INF", "BOOT-INF/lib/a-1.0.jar");

        WrittenImage image = image(request("api.jar"));
        image.unpack(directory.resolve("root"));

        assertThat(image.launchManifest().getMainAttributes().getValue("Main-Class"))
                .isEqualTo("app.Main");
        assertThat(image.launchManifest().getMainAttributes().getValue("Implementation-Version"))
                .isEqualTo("1.2.3");
        try (JarFile jar = new JarFile(directory.resolve("root/app/app.jar").toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            "META-INF/spring/imports",
                            "app/Main.class",
                            "application.properties");
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isEqualTo("1.2.3");
            assertThat(jar.getManifest().getMainAttributes()).doesNotContainKey("Start-Class");
        }
    }

    /** Checks the manifest: the signatures apply to the archive, and not to the jar that is created from it. */
    @Test
    void hasTheSectionsOfTheManifestAndNoSignatures() throws Exception {
        repackage("BOOT-INF");
        text(
                "META-INF/MANIFEST.MF",
                MANIFEST.formatted("BOOT-INF")
                        + "\r\nName: BOOT-INF/classes/app/Main.class\r\nSHA-256-Digest: abc=\r\n\r\nName: build\r\nCommit: 123abc\r\n");
        text("META-INF/ME.SF", "Signature-Version: 1.0\r\nSHA-256-Digest-Manifest-Main-Attributes: abc=\r\n");
        text("META-INF/ME.RSA", "signature");
        index("BOOT-INF", "BOOT-INF/lib/a-1.0.jar");

        WrittenImage image = image(request("api.jar"));
        image.unpack(directory.resolve("root"));

        assertThat(image.launchManifest().getEntries().keySet()).containsExactly("build");
        try (JarFile jar = new JarFile(directory.resolve("root/app/app.jar").toFile())) {
            assertThat(jar.getManifest().getEntries().keySet()).containsExactly("build");
            assertThat(jar.getManifest().getAttributes("build").getValue("Commit"))
                    .isEqualTo("123abc");
            assertThat(jar.stream().map(ZipEntry::getName)).doesNotContain("META-INF/ME.SF", "META-INF/ME.RSA");
        }
    }

    @Test
    void keepsTheWebContentOfAWarAroundItsClasses() throws Exception {
        repackage("WEB-INF");
        text("index.html", "<html>");
        text("WEB-INF/web.xml", "<web-app/>");
        entries.put("WEB-INF/lib-provided/tomcat-1.0.jar", library("tomcat-1.0.jar", Library.Kind.RELEASE));
        index("WEB-INF", "WEB-INF/lib/a-1.0.jar", "WEB-INF/lib-provided/tomcat-1.0.jar");

        WrittenImage image = image(request("site.war"));
        image.unpack(directory.resolve("root"));

        assertThat(image.entrypoint()).containsExactly("java", "-jar", "/app/WEB-INF/launch.jar");
        assertThat(image.launchManifest().getMainAttributes().getValue("Class-Path"))
                .isEqualTo("app.jar lib/a-1.0.jar lib/tomcat-1.0.jar");
        assertThat(directory.resolve("root/app/index.html")).hasContent("<html>");
        assertThat(directory.resolve("root/app/WEB-INF/web.xml")).exists();
        assertThat(directory.resolve("root/app/WEB-INF/lib/tomcat-1.0.jar")).exists();
        assertThat(directory.resolve("root/app/org")).doesNotExist();
    }

    @Test
    void givesTheSameDigestWhenItIsRepackaged() throws Exception {
        repackage("BOOT-INF");
        index("BOOT-INF", "BOOT-INF/lib/a-1.0.jar");
        List<String> first = image(request("api.jar")).layers();

        assertThat(image(request("again.jar")).layers()).isEqualTo(first);
    }

    @Test
    void namesAMainClassThatIsNowhere() throws Exception {
        repackage("BOOT-INF");
        index("BOOT-INF", "BOOT-INF/lib/a-1.0.jar");

        assertThatThrownBy(() -> image(request("api.jar").withMainClass("app.Man")))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageStartingWith("The main class app.Man of module 'api' is neither in its jar nor in one");
    }

    @Test
    void hasALibraryThatWasNotExpectedToBePackaged() throws Exception {
        repackage("BOOT-INF");
        entries.put(
                "BOOT-INF/lib/devtools-1.0.jar",
                Files.readAllBytes(directory.resolve("repository/g/devtools-1.0.jar")));
        index("BOOT-INF", "BOOT-INF/lib/a-1.0.jar", "BOOT-INF/lib/devtools-1.0.jar");
        List<Library> expected = resolved.stream()
                .map(ClasspathJar::library)
                .filter(library -> !library.id().contains("devtools"))
                .toList();
        LayerPlan plan = new LayerPlanner(LayerLimits.DEFAULT).plan(Map.of("api", expected));

        WrittenImage image = image(request("api.jar").withLibraries(LibraryPlan.of(plan, "api")));

        assertThat(image.classpath())
                .containsExactly("/app/app.jar", "/app/libs/a-1.0.jar", "/app/libs/devtools-1.0.jar");
        assertThat(files(image, 1)).containsExactly("app/libs/devtools-1.0.jar");
    }
}
