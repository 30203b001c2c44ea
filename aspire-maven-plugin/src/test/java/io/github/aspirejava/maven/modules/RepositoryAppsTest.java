package io.github.aspirejava.maven.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.Coordinates;
import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.builder.module.ClasspathJar;
import io.github.aspirejava.builder.module.JavaModule;
import io.github.aspirejava.builder.module.Library;
import io.github.aspirejava.builder.module.ModuleOutput;
import io.github.aspirejava.run.StepException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications of a local repository, with Maven's own resolver, offline. */
class RepositoryAppsTest {
    private static final Origin ORIGIN = new Origin("pom.xml", 12);

    @TempDir
    Path repository;

    private RepositoryApps apps = new RepositoryApps(system(), session(Path.of("nowhere")), List.of());

    @BeforeEach
    void open() {
        apps = new RepositoryApps(system(), session(repository), List.of());
    }

    private static RepositorySystem system() {
        return MavenRepositorySystemUtils.newServiceLocator().getService(RepositorySystem.class);
    }

    private static DefaultRepositorySystemSession session(Path repository) {
        DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
        session.setOffline(true);
        // As in Maven itself.
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(true, true));
        session.setLocalRepositoryManager(
                system().newLocalRepositoryManager(session, new LocalRepository(repository.toFile())));
        return session;
    }

    private static JavaApp app(String coordinates) {
        return JavaApp.of(
                        "tool",
                        ORIGIN,
                        new JavaSource.Artifact(Coordinates.parse(coordinates), ORIGIN),
                        new ImageSettings(Optional.empty(), List.of(), List.of(), Optional.empty()))
                .baseImage(Optional.of(Text.literal("scratch")))
                .deployment(new DeploymentSettings(Optional.empty(), List.of(), Map.of(), List.of()))
                .build();
    }

    private void install(String artifact, String version, String... dependencies) throws IOException {
        install(artifact, version, new Manifest(), dependencies);
    }

    private void install(String artifact, String version, Manifest manifest, String... dependencies)
            throws IOException {
        Path directory = Files.createDirectories(
                repository.resolve("org").resolve(artifact).resolve(version));
        Files.writeString(directory.resolve("%s-%s.pom".formatted(artifact, version)), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org</groupId><artifactId>%s</artifactId><version>%s</version>
                  <dependencies>%s</dependencies>
                </project>""".formatted(
                        artifact, version, String.join("", dependencies)));
        writeJar(directory.resolve("%s-%s.jar".formatted(artifact, version)), manifest);
    }

    /** Installs a jar beside the main one. */
    private void installJar(String artifact, String version, String classifier) throws IOException {
        install(artifact, version);
        writeJar(
                repository.resolve("org/%1$s/%2$s/%1$s-%2$s%3$s.jar".formatted(artifact, version, classifier)),
                new Manifest());
    }

    private static void writeJar(Path file, Manifest manifest) throws IOException {
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }

    private static String dependency(String artifact, String version, String more) {
        return "<dependency><groupId>org</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
                .formatted(artifact, version, more);
    }

    private static List<String> ids(List<Library> libraries) {
        return libraries.stream().map(Library::id).toList();
    }

    @Test
    void runWithTheClassPathOfTheirOwnBuildInMavensOrder() throws Exception {
        install(
                "tool",
                "1.0",
                dependency("second", "1.0", ""),
                dependency("checks", "1.0", "<scope>test</scope>"),
                dependency("server", "1.0", "<scope>provided</scope>"),
                dependency("driver", "1.0", "<scope>runtime</scope>"),
                dependency("extra", "1.0", "<optional>true</optional>"),
                dependency("first", "2.0", ""));
        install("second", "1.0", dependency("first", "1.0", ""), dependency("deep", "1.0-SNAPSHOT", ""));
        install("first", "1.0");
        install("first", "2.0");
        install("deep", "1.0-SNAPSHOT");
        install("driver", "1.0", dependency("hidden", "1.0", "<optional>true</optional>"));
        install("extra", "1.0");

        assertThat(ids(apps.libraries(app("org:tool:1.0"))))
                .containsExactly(
                        "org:tool:1.0",
                        "org:second:1.0",
                        "org:deep:1.0-SNAPSHOT",
                        "org:driver:1.0",
                        "org:extra:1.0",
                        "org:first:2.0");
        assertThat(apps.libraries(app("org:tool:1.0")))
                .filteredOn(library -> library.kind() == Library.Kind.SNAPSHOT)
                .extracting(Library::id)
                .containsExactly("org:deep:1.0-SNAPSHOT");
    }

    @Test
    void keepTheNearestOfSeveralEvenBelowWhatIsForTestsOnly() throws Exception {
        install(
                "tool",
                "1.0",
                dependency("starter", "1.0", ""),
                dependency("checks", "1.0", "<scope>test</scope>"),
                dependency("server", "1.0", "<scope>provided</scope>"));
        install("starter", "1.0", dependency("context", "1.0", ""));
        install("context", "1.0", dependency("core", "2.0", ""), dependency("servlet", "1.0", ""));
        install("checks", "1.0", dependency("core", "1.0", ""), dependency("mocks", "1.0", ""));
        install("core", "1.0", dependency("logging", "1.0", ""));
        install("core", "2.0");
        install("server", "1.0", dependency("servlet", "1.0", ""));
        install("servlet", "1.0");
        install("logging", "1.0");
        install("mocks", "1.0");

        assertThat(ids(apps.libraries(app("org:tool:1.0"))))
                .containsExactly(
                        "org:tool:1.0",
                        "org:starter:1.0",
                        "org:context:1.0",
                        "org:core:1.0",
                        "org:logging:1.0",
                        "org:servlet:1.0");
    }

    @Test
    void runWithWhatAPomGathersAndWithAllClassifiersButNotWithWhatIsNoJar() throws Exception {
        install(
                "tool",
                "1.0",
                dependency("all", "1.0", "<type>pom</type>"),
                dependency("native", "1.0", "<classifier>linux</classifier>"),
                dependency("native", "1.0", "<classifier>windows</classifier>"),
                dependency("fixture", "1.0", "<type>test-jar</type>"),
                dependency("texts", "1.0", "<type>zip</type>"),
                dependency(
                        "whole",
                        "1.0",
                        "<exclusions><exclusion><groupId>org</groupId><artifactId>part</artifactId></exclusion></exclusions>"));
        install("all", "1.0", dependency("member", "1.0", ""));
        install("member", "1.0");
        installJar("native", "1.0", "-linux");
        installJar("native", "1.0", "-windows");
        installJar("fixture", "1.0", "-tests");
        install("whole", "1.0", dependency("part", "1.0", ""));

        assertThat(ids(apps.libraries(app("org:tool:1.0"))))
                .containsExactly(
                        "org:tool:1.0",
                        "org:member:1.0",
                        "org:native:linux:1.0",
                        "org:native:windows:1.0",
                        "org:fixture:tests:1.0",
                        "org:whole:1.0");
    }

    @Test
    void followTheirArtifactsWhereTheyHaveGone() throws Exception {
        install("tool", "1.0", dependency("old", "1.0", ""));
        Files.writeString(
                Files.createDirectories(repository.resolve("org/old/1.0")).resolve("old-1.0.pom"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org</groupId><artifactId>old</artifactId><version>1.0</version>
                  <distributionManagement><relocation><artifactId>new</artifactId></relocation></distributionManagement>
                </project>""");
        install("new", "1.0");

        assertThat(ids(apps.libraries(app("org:tool:1.0")))).containsExactly("org:tool:1.0", "org:new:1.0");
    }

    @Test
    void haveEachSnapshotOfOneTime() throws Exception {
        for (String time : List.of("20240101.000000-1", "20240202.000000-2")) {
            install("tool-" + time, "1.0", dependency("moving", "1-" + time, ""));
            install("moving", "1-SNAPSHOT");
            for (String extension : List.of("pom", "jar")) {
                Path directory = repository.resolve("org/moving/1-SNAPSHOT");
                Files.copy(
                        directory.resolve("moving-1-SNAPSHOT." + extension),
                        directory.resolve("moving-1-%s.%s".formatted(time, extension)));
            }
        }

        for (String time : List.of("20240101.000000-1", "20240202.000000-2")) {
            assertThat(apps.find(app("org:tool-%s:1.0".formatted(time))).classpath())
                    .element(1)
                    .isEqualTo(new ClasspathJar(
                            new Library(
                                    "org:moving:1-" + time,
                                    Library.Kind.SNAPSHOT,
                                    Files.size(repository.resolve(
                                            "org/moving/1-SNAPSHOT/moving-1-%s.jar".formatted(time)))),
                            repository.resolve("org/moving/1-SNAPSHOT/moving-1-%s.jar".formatted(time))));
        }
    }

    @Test
    void areRunFromTheirOwnJar() throws Exception {
        install("tool", "1.0", dependency("library", "1.0", ""));
        install("library", "1.0");

        JavaModule tool = apps.find(app("org:tool:1.0"));

        Path jar = repository.resolve("org/tool/1.0/tool-1.0.jar");
        assertThat(tool.name()).isEqualTo("org:tool:1.0");
        assertThat(tool.output()).isEqualTo(new ModuleOutput.LibraryJar(jar));
        assertThat(tool.classpath())
                .extracting(ClasspathJar::file)
                .containsExactly(jar, repository.resolve("org/library/1.0/library-1.0.jar"));
    }

    @Test
    void runAloneIfSpringBootHasPutTheirLibrariesIntoThem() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(new Attributes.Name("Spring-Boot-Lib"), "BOOT-INF/lib/");
        install("tool", "1.0", manifest, dependency("library", "1.0", ""));
        install("library", "1.0");

        assertThat(apps.libraries(app("org:tool:1.0"))).isEmpty();
        assertThat(apps.find(app("org:tool:1.0")).output()).isInstanceOf(ModuleOutput.BootArchive.class);
    }

    @Test
    void thatAreInNoRepositoryAreOneLine() {
        assertThatThrownBy(() -> apps.libraries(app("org:tool:1.0")))
                .isInstanceOf(StepException.class)
                .message()
                .startsWith("pom.xml:12: The artifact org:tool:1.0 cannot be used: ")
                .contains("org:tool:jar:1.0")
                .endsWith(". Correct the <artifact>, or add its repository to the POM or settings.xml.")
                .doesNotContain("\n");
    }

    @Test
    void whoseDependencyIsMissingNameIt() throws Exception {
        install("tool", "1.0", dependency("lost", "3.0", ""));

        assertThatThrownBy(() -> apps.find(app("org:tool:1.0")))
                .isInstanceOf(StepException.class)
                .message()
                .startsWith("pom.xml:12: The artifact org:tool:1.0 cannot be used: ")
                .contains("org:lost:jar:3.0");
    }
}
