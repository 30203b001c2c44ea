package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.files.ReleaseFile;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.image.BaseImageException;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.MediaTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultBaseTest {
    @TempDir
    Path directory;

    private static byte[] classFile(int release) {
        return new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, (byte) (release + 44)};
    }

    private Path jar(String name, Map<String, byte[]> content) throws IOException {
        Path file = directory.resolve("g").resolve(name);
        SampleModule.writeJar(file, content, Instant.EPOCH);
        return file;
    }

    @ParameterizedTest
    @CsvSource({"7, 8", "8, 8", "9, 11", "17, 17", "18, 21", "22, 25", "25, 25", "27, 27"})
    void isTheNextReleaseThatIsPublished(int release, int published) {
        assertThat(DefaultBase.temurin(release)).isEqualTo("eclipse-temurin:%d-jre".formatted(published));
    }

    @Test
    void looksAtNothingThatAnOlderJavaDoesNotLoad() throws Exception {
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("app/Main.class", classFile(11));
        content.put("module-info.class", classFile(17));
        content.put("META-INF/versions/21/app/Main.class", classFile(21));
        JavaModule module = new JavaModule("api", new ModuleOutput.Jar(jar("api-1.jar", content)), List.of());

        assertThat(DefaultBase.of(module)).isEqualTo("eclipse-temurin:11-jre");
    }

    @Test
    void runsItsLibrariesToo() throws Exception {
        Map<String, byte[]> library = new LinkedHashMap<>();
        library.put("l/A.class", classFile(17));
        library.put("l/B.class", classFile(17));
        library.put("l/OnNewerJava.class", classFile(25));
        JavaModule module = new JavaModule(
                "api",
                new ModuleOutput.Jar(jar("api-1.jar", Map.of("app/Main.class", classFile(11)))),
                List.of(SampleModule.jar(jar("l-1.0.jar", library), Library.Kind.RELEASE)));

        assertThat(NeededJava.of(module)).isEqualTo(new NeededJava(11, 17));
        assertThat(DefaultBase.of(module)).isEqualTo("eclipse-temurin:17-jre");
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.0, tomcat:9-jre17",
        "4.0.4, tomcat:9-jre17",
        "5.0.0, tomcat:10.1-jre17",
        "6.0.0, tomcat:10.1-jre17",
        "6.1.0, tomcat:11-jre17",
        "7.0.0-M1, tomcat:11-jre17"
    })
    void isTheTomcatOfTheServletApi(String api, String image) throws Exception {
        Path war = jar("site.war", Map.of("WEB-INF/classes/app/Site.class", classFile(17)));
        JavaModule module =
                new JavaModule("site", new ModuleOutput.WebArchive(war), List.of(), Optional.empty(), Optional.of(api));

        assertThat(DefaultBase.of(module)).isEqualTo(image);
    }

    @Test
    void isTheTomcatThatTheClassesAreWrittenForIfNothingElseTells() throws Exception {
        Path jakarta = jar(
                "a.war",
                Map.of("WEB-INF/web.xml", "https://jakarta.ee/xml/ns/jakartaee".getBytes(StandardCharsets.UTF_8)));
        Path javax = jar(
                "b.war",
                Map.of("WEB-INF/web.xml", "http://xmlns.jcp.org/xml/ns/javaee".getBytes(StandardCharsets.UTF_8)));

        assertThat(DefaultBase.of(new JavaModule("a", new ModuleOutput.WebArchive(jakarta), List.of())))
                .isEqualTo("tomcat:10.1-jre11");
        assertThat(DefaultBase.of(new JavaModule("b", new ModuleOutput.WebArchive(javax), List.of())))
                .isEqualTo("tomcat:9-jre8");
    }

    @Test
    void isTheTomcatThatTheLibrariesAreWrittenForIfTheClassesKnowThoseOnly() throws Exception {
        Path framework = jar(
                "framework.jar",
                Map.of("f/Servlet.class", "extends jakarta/servlet/GenericServlet".getBytes(StandardCharsets.UTF_8)));
        byte[] library = Files.readAllBytes(framework);
        Path war = jar("a.war", Map.of("WEB-INF/classes/app/Site.class", classFile(17), "WEB-INF/lib/f.jar", library));
        Path old = jar(
                "b.war",
                Map.of(
                        "WEB-INF/web.xml",
                        "http://java.sun.com/xml/ns/javaee".getBytes(StandardCharsets.UTF_8),
                        "WEB-INF/lib/f.jar",
                        library));

        assertThat(DefaultBase.of(new JavaModule("a", new ModuleOutput.WebArchive(war), List.of())))
                .isEqualTo("tomcat:10.1-jre17");
        assertThat(DefaultBase.of(new JavaModule("b", new ModuleOutput.WebArchive(old), List.of())))
                .startsWith("tomcat:9-");
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.12, 17",
        "jdk-21.0.5+11, 21",
        "jdk8u432-b06, 8",
        "1.8.0_432, 8",
        "11, 11",
        "25-ea+3, 25",
        "unknown,",
        "'',"
    })
    void readsTheJavaOfABaseImage(String version, Integer release) {
        assertThat(BaseJava.parse(version)).isEqualTo(Optional.ofNullable(release));
    }

    @Test
    void isRefusedIfItsJavaIsTooOldForTheClasses() throws Exception {
        MemoryImageSource source = new MemoryImageSource();
        source.image(
                "17",
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Env\":[\"JAVA_VERSION=jdk-17.0.5+8\"]},\"rootfs\":{\"diff_ids\":[\"sha256:%s\"]}}"
                        .formatted("0".repeat(64)),
                "layer");
        JavaModule module = new JavaModule(
                "api", new ModuleOutput.Jar(jar("api-1.jar", Map.of("app/Main.class", classFile(21)))), List.of());
        JavaImageRequest request = JavaImageRequest.of(module, new BaseImage.Existing(source, "17", "java:17"));

        try (LayerCache cache = LayerCache.open(directory.resolve("cache"))) {
            assertThatThrownBy(() -> new JavaImageBuilder(cache).build(request, new Cancellation()))
                    .isInstanceOf(BaseImageException.class)
                    .hasMessage(
                            "The base image java:17 has Java 17, and the classes of module 'api' need Java 21. Write <baseImage>eclipse-temurin:21-jre</baseImage>, or compile for Java 17");
        }
    }

    @Test
    void isRefusedByTheReleaseFileOfItsRuntimeIfItSaysNothingElse() throws Exception {
        ByteArrayOutputStream layer = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(layer)) {
            byte[] release = "IMPLEMENTOR=\"some\"\nJAVA_VERSION=\"17.0.12\"\n".getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("opt/java/release");
            entry.setSize(release.length);
            tar.putArchiveEntry(entry);
            tar.write(release);
            tar.closeArchiveEntry();
        }
        Blob blob = Blob.ofBytes(MediaTypes.OCI_LAYER, layer.toByteArray());

        assertThat(ReleaseFile.version(List.of(blob))).contains("17.0.12");
        assertThat(ReleaseFile.version(List.of())).isEmpty();
    }
}
