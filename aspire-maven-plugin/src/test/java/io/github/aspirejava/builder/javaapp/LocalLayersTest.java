package io.github.aspirejava.builder.javaapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.Coordinates;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.LocalFiles;
import io.github.aspirejava.app.LocalFiles.Permission;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.builder.layer.Owner;
import io.github.aspirejava.builder.layer.PlannedFile;
import io.github.aspirejava.builder.layer.PlannedLayer;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of this machine in an image. */
class LocalLayersTest {
    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        for (String file :
                List.of("image/entrypoint.sh", "image/conf/a.yml", "image/conf/deep/b.yml", "image/note.txt")) {
            Files.createDirectories(directory.resolve(file).getParent());
            Files.writeString(directory.resolve(file), file);
        }
    }

    @Test
    void areTheContentOfADirectory() throws Exception {
        PlannedLayer layer = layer(files("image", "/", List.of(), List.of(), List.of(), ""));

        assertThat(layer.files())
                .extracting(PlannedFile::target)
                .containsExactly("/conf/a.yml", "/conf/deep/b.yml", "/entrypoint.sh", "/note.txt");
        assertThat(layer.files()).allSatisfy(file -> {
            assertThat(file.mode()).isEqualTo(0644);
            assertThat(file.owner()).isEqualTo(Owner.ROOT);
        });
    }

    @Test
    void areOneFile() throws Exception {
        assertThat(layer(files("image/note.txt", "/docs/", List.of(), List.of(), List.of(), ""))
                        .files())
                .extracting(PlannedFile::target)
                .containsExactly("/docs/note.txt");
    }

    @Test
    void areChosenByPatterns() throws Exception {
        assertThat(layer(files("image", "/etc", List.of("**/*.yml", "*.txt"), List.of("conf/deep/"), List.of(), ""))
                        .files())
                .extracting(PlannedFile::target)
                .containsExactly("/etc/conf/a.yml", "/etc/note.txt");
    }

    @Test
    void havePermissionsByPatternsAndAnOwner() throws Exception {
        PlannedLayer layer = layer(files(
                "image",
                "/",
                List.of(),
                List.of("conf/**"),
                List.of(permission("**", 0600), permission("/*.sh", 0755)),
                "1000:2000"));

        assertThat(layer.files()).extracting(PlannedFile::mode).containsExactly(0755, 0600);
        assertThat(layer.files()).extracting(PlannedFile::owner).containsOnly(new Owner(1000, 2000));
    }

    @Test
    void areAboveTheAgentsWhichChangeLess() throws Exception {
        List<JavaSource.Artifact> agents = List.of(
                new JavaSource.Artifact(Coordinates.parse("io.example:agent:1.0"), Origin.NONE),
                new JavaSource.Artifact(Coordinates.parse("io.example:agent:1.0:all"), Origin.NONE));

        List<PlannedLayer> layers =
                layers(agents, List.of(files("image/note.txt", "/docs", List.of(), List.of(), List.of(), "")));

        assertThat(layers).extracting(PlannedLayer::name).containsExactly("agents", "files of image/note.txt");
        assertThat(layers.get(0).files())
                .extracting(PlannedFile::target)
                .containsExactly("/app/agents/agent-1.0-all.jar", "/app/agents/agent-1.0.jar");
        assertThat(LocalLayers.flags(agents))
                .containsExactly("-javaagent:/app/agents/agent-1.0.jar", "-javaagent:/app/agents/agent-1.0-all.jar");
    }

    @Test
    void areMissedWithTheirLine() {
        assertThatThrownBy(() -> layer(files("nowhere", "/", List.of(), List.of(), List.of(), "")))
                .isInstanceOf(StepException.class)
                .hasMessage(
                        "pom.xml:7: There is no file or directory nowhere. Correct the <source>, or create it before the image is built.");
        assertThatThrownBy(() -> layer(files("image", "/", List.of("*.xml"), List.of(), List.of(), "")))
                .isInstanceOf(StepException.class)
                .hasMessageContaining("pom.xml:7: The directory image has no file that is copied.");
    }

    private PlannedLayer layer(LocalFiles files) throws Exception {
        return layers(List.of(), List.of(files)).get(0);
    }

    private List<PlannedLayer> layers(List<JavaSource.Artifact> agents, List<LocalFiles> files) throws Exception {
        JavaApp app = JavaApp.of(
                        "api",
                        Origin.NONE,
                        new JavaSource.Module(new Reference("api", Origin.NONE)),
                        new ImageSettings(Optional.empty(), List.of(), List.of(), Optional.empty()))
                .agents(agents)
                .localFiles(files)
                .build();
        return new LocalLayers(directory, agent -> directory.resolve("image/note.txt")).of(app);
    }

    private static Permission permission(String pattern, int mode) {
        return new Permission(Text.literal(pattern), mode);
    }

    private static LocalFiles files(
            String source,
            String to,
            List<String> includes,
            List<String> excludes,
            List<Permission> permissions,
            String owner) {
        return new LocalFiles(
                Text.literal(source, new Origin("pom.xml", 7)),
                Text.literal(to),
                includes.stream().map(Text::literal).toList(),
                excludes.stream().map(Text::literal).toList(),
                permissions,
                Optional.of(owner).filter(text -> !text.isEmpty()).map(Text::literal));
    }
}
