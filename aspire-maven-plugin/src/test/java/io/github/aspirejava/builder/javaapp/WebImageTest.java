package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.builder.content.ImageBuildException;
import io.github.aspirejava.builder.image.BaseImage;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.builder.plan.JavaImageRequest;
import io.github.aspirejava.builder.plan.JavaRun;
import io.github.aspirejava.cache.LayerCache;
import io.github.aspirejava.concurrent.Cancellation;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebImageTest {
    private static final String LAYER = "base layer";

    @TempDir
    Path directory;

    private final MemoryImageSource source = new MemoryImageSource();
    private LayerCache cache;
    private JavaModule module;

    @BeforeEach
    void packageTheWar() throws Exception {
        cache = LayerCache.open(directory.resolve("cache"));
        Path library = directory.resolve("repository/g/lib-1.0.jar");
        SampleModule.writeJar(library, SampleModule.library("lib"), Instant.EPOCH);
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n".getBytes(StandardCharsets.UTF_8));
        content.put("index.html", "<html>".getBytes(StandardCharsets.UTF_8));
        content.put("WEB-INF/classes/app/Site.class", new byte[] {1});
        content.put("WEB-INF/lib/lib-1.0.jar", Files.readAllBytes(library));
        content.put("WEB-INF/lib/overlaid.jar", new byte[] {2});
        Path war = directory.resolve("site.war");
        SampleModule.writeJar(war, content, Instant.EPOCH);
        module = new JavaModule(
                "site", new ModuleOutput.WebArchive(war), List.of(SampleModule.jar(library, Library.Kind.RELEASE)));
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private WrittenImage image(String environment, JavaRun run) throws Exception {
        String config =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Env\":[%s],\"Cmd\":[\"run\"]},\"rootfs\":{\"diff_ids\":[\"sha256:%s\"]}}"
                        .formatted(environment, "0".repeat(64));
        source.image("web", config, LAYER);
        BaseImage base = new BaseImage.Existing(source, "web", "web:1");
        return new WrittenImage(new JavaImageBuilder(cache)
                .build(JavaImageRequest.of(module, base).withRun(run), new Cancellation()));
    }

    private static JavaRun run(Optional<String> mainClass, List<String> jvmFlags, Optional<String> appRoot) {
        return JavaRun.builder()
                .mainClass(mainClass)
                .jvmFlags(jvmFlags)
                .appRoot(appRoot)
                .build();
    }

    private static List<String> files(WrittenImage image, int layer) throws IOException {
        return image.entries(image.layers().get(layer)).keySet().stream()
                .filter(entry -> !entry.isDirectory())
                .map(TarArchiveEntry::getName)
                .toList();
    }

    @Test
    void doesNotRunAsRootInTomcatWhichGetsADirectoryThatItCreates() throws Exception {
        WrittenImage image = image("\"CATALINA_HOME=/usr/local/tomcat\"", JavaRun.DEFAULT);

        assertThat(image.config().path("config").path("User").asText()).isEqualTo("65532:65532");
        assertThat(image.config().path("config").has("WorkingDir")).isFalse();
        assertThat(image.entries(image.layers().get(image.layers().size() - 1)).keySet())
                .anySatisfy(entry -> {
                    assertThat(entry.getName()).isEqualTo("usr/local/tomcat/conf/Catalina/localhost/");
                    assertThat(entry.getLongUserId()).isEqualTo(65_532);
                });
    }

    @Test
    void runsAsTheUserOfAnotherServletContainer() throws Exception {
        WrittenImage image = image("\"JETTY_BASE=/var/lib/jetty\"", JavaRun.DEFAULT);

        assertThat(image.config().path("config").has("User")).isFalse();
    }

    @Test
    void hasNoClassPathToPutOthersInFrontOf() {
        JavaRun run = JavaRun.builder().extraClasspath(List.of("/opt/a.jar")).build();

        assertThatThrownBy(() -> image("\"CATALINA_HOME=/usr/local/tomcat\"", run))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("<extraClasspath> has no effect");
    }

    @Test
    void isExplodedWhereTomcatLooksAndRunAsItsImageIs() throws Exception {
        WrittenImage image = image("\"CATALINA_HOME=/usr/local/tomcat\"", JavaRun.DEFAULT);

        assertThat(image.layerNames())
                .containsExactly(
                        "base image",
                        "dependencies",
                        "dependencies that the war plugin adds",
                        "web content",
                        "classes");
        assertThat(files(image, 1)).containsExactly("usr/local/tomcat/webapps/ROOT/WEB-INF/lib/lib-1.0.jar");
        assertThat(files(image, 3))
                .containsExactly(
                        "usr/local/tomcat/webapps/ROOT/META-INF/MANIFEST.MF",
                        "usr/local/tomcat/webapps/ROOT/index.html");
        assertThat(files(image, 4)).containsExactly("usr/local/tomcat/webapps/ROOT/WEB-INF/classes/app/Site.class");
        assertThat(image.entrypoint()).isEmpty();
        assertThat(image.config().path("config").path("Cmd")).hasToString("[\"run\"]");
    }

    @Test
    void leavesFlagsOfTheVirtualMachineToTheVariableOfTheContainer() throws Exception {
        WrittenImage image = image(
                "\"JETTY_BASE=/var/lib/jetty\"", run(Optional.empty(), List.of("-Xmx64m", "-Da=b"), Optional.empty()));

        assertThat(image.config().path("config").path("Env"))
                .hasToString("[\"JETTY_BASE=/var/lib/jetty\",\"JAVA_OPTIONS=-Xmx64m -Da=b\"]");
        assertThat(files(image, 4)).allMatch(name -> name.startsWith("var/lib/jetty/webapps/ROOT/"));
    }

    @Test
    void isAFileWhereTheContainerTakesFiles() throws Exception {
        WrittenImage image = image("\"JBOSS_HOME=/opt/jboss/wildfly\"", JavaRun.DEFAULT);

        assertThat(files(image, 1)).containsExactly("opt/jboss/wildfly/standalone/deployments/ROOT.war");
    }

    @Test
    void isPutWhereTheModelSays() throws Exception {
        WrittenImage image =
                image("\"A=b\"", run(Optional.empty(), List.of(), Optional.of("/config/dropins/shop.war")));

        assertThat(files(image, 1)).containsExactly("config/dropins/shop.war");
    }

    @Test
    void asksForItsDirectoryUponAnImageThatIsNoKnownContainer() {
        assertThatThrownBy(() -> image("\"A=b\"", JavaRun.DEFAULT))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("<appRoot>/usr/local/tomcat/webapps/ROOT</appRoot>");
    }

    @Test
    void takesNoMainClass() {
        assertThatThrownBy(() -> image(
                        "\"CATALINA_HOME=/usr/local/tomcat\"",
                        run(Optional.of("app.Main"), List.of(), Optional.empty())))
                .isInstanceOf(ImageBuildException.class)
                .hasMessageContaining("<mainClass> has no effect on that. Remove it");
    }
}
