package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A dry release: the bundle that would be uploaded to Maven Central, unsigned, is unpacked as a repository, and a fresh
 * project with an empty local repository builds from there.
 */
class ReleaseIT {
    private static final String SNAPSHOT = "0.1.0-SNAPSHOT";
    private static final String VERSION = "0.1.0";
    private static final Duration TIMEOUT = Duration.ofMinutes(20);

    private static final Path GROUP = Path.of("io/github/aspirejava");

    private static Path repository;

    @BeforeAll
    static void release() {
        repository = Release.of(SNAPSHOT, VERSION).bundle(TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aspire-model", "aspire-maven-plugin"})
    void hasSourcesJavadocAndChecksumsOfEachModule(String module) {
        Path directory = repository.resolve(GROUP).resolve(module).resolve(VERSION);
        for (String file : List.of(".jar", "-sources.jar", "-javadoc.jar", ".pom")) {
            Path artifact = directory.resolve(module + "-" + VERSION + file);
            assertThat(artifact).isNotEmptyFile();
            for (String checksum : List.of(".md5", ".sha1", ".sha256", ".sha512")) {
                assertThat(Path.of(artifact + checksum)).isNotEmptyFile();
            }
        }
    }

    @Test
    void hasNoOtherModules() throws IOException {
        try (Stream<Path> modules = Files.list(repository.resolve(GROUP))) {
            assertThat(modules.map(module -> module.getFileName().toString()))
                    .containsExactlyInAnyOrder("aspire-parent", "aspire-model", "aspire-maven-plugin");
        }
    }

    /** The portal of Maven Central refuses a POM without one of these elements. */
    @ParameterizedTest
    @ValueSource(strings = {"aspire-model", "aspire-maven-plugin"})
    void describesEachModuleInAPomOfItsOwn(String module) throws IOException {
        String pom = Files.readString(repository
                .resolve(GROUP)
                .resolve(module)
                .resolve(VERSION)
                .resolve("%s-%s.pom".formatted(module, VERSION)));

        assertThat(pom)
                .contains("<name>", "<description>", "<url>", "<licenses>", "<developers>", "<scm")
                .contains("<url>https://github.com/aspirejava/aspire-maven-plugin</url>")
                .doesNotContain("<parent>", "SNAPSHOT", "${", "aspire-fakes");
    }

    /** The plugin resolves the libraries for Azure and engines as its own POM declares them. */
    @Test
    void keepsTheLibrariesThatThePluginResolvesItselfAndItsOldestMaven() throws IOException {
        String pom = Files.readString(repository
                .resolve(GROUP)
                .resolve("aspire-maven-plugin/%1$s/aspire-maven-plugin-%1$s.pom".formatted(VERSION)));

        assertThat(pom)
                .contains("<artifactId>azure-identity</artifactId>", "<artifactId>docker-java-core</artifactId>")
                .contains("<scope>provided</scope>", "<dependencyManagement>", "<artifactId>azure-core</artifactId>")
                .contains("<prerequisites>");
    }

    @Test
    void isUsedByAFreshProject() {
        Sample boot = Sample.copyOf("boot");
        String plugin = Readme.snippets("<plugin>").get(0).replace(SNAPSHOT, VERSION);
        String pom = boot.read("pom.xml");
        int begin = pom.lastIndexOf("<plugin>", pom.indexOf("io.github.aspirejava"));
        int end = pom.indexOf("</plugin>", begin) + "</plugin>".length();
        boot.write("pom.xml", pom.substring(0, begin) + plugin + pom.substring(end));
        FreshMaven maven = new FreshMaven(boot, repository);

        BuildResult help = maven.run("io.github.aspirejava:aspire-maven-plugin:%s:help".formatted(VERSION));
        BuildResult plan = maven.run("aspire:plan");

        assertThat(help).succeeded().prints("aspire:push");
        assertThat(plan).succeeded().prints("push-boot");
        assertThat(maven.hasFromRelease(
                        GROUP.resolve("aspire-maven-plugin").resolve(VERSION).toString()))
                .isTrue();
    }

    /** A copy of the checkout that has the version of a release. */
    private record Release(Path checkout) {
        static Release of(String from, String to) {
            Path copy = Workspace.newDirectory("release");
            for (Path file : versioned()) {
                try {
                    Path target = copy.resolve(Page.ROOT.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    if (file.endsWith("pom.xml")) {
                        Files.writeString(target, Files.readString(target).replace(from, to));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return new Release(copy);
        }

        private static List<Path> versioned() {
            List<Path> files = new ArrayList<>(List.of(
                    Page.ROOT.resolve("pom.xml"),
                    Page.ROOT.resolve("it/pom.xml"),
                    Page.ROOT.resolve("it/bench/pom.xml")));
            addAll(files, ".mvn");
            for (String module : List.of("aspire-model", "it/fakes", "aspire-maven-plugin")) {
                files.add(Page.ROOT.resolve(module).resolve("pom.xml"));
                addAll(files, module + "/src/main");
            }
            return files;
        }

        private static void addAll(List<Path> files, String directory) {
            try (Stream<Path> sources = Files.walk(Page.ROOT.resolve(directory))) {
                sources.filter(Files::isRegularFile).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Builds it, and unpacks the bundle for Maven Central. */
        Path bundle(Duration timeout) {
            // Flattening needs Maven 3.9.
            ProcessBuilder builder = new ProcessBuilder(List.of(
                            MavenInstallation.all().get(1).executable().toString(),
                            "-B",
                            "-ntp",
                            "-Dmaven.repo.local=" + Workspace.setting("aspire.it.repository"),
                            "-Prelease",
                            "-DskipTests",
                            "-Dmaven.test.skip=true",
                            "-Dspotless.check.skip=true",
                            "-Dgpg.skip",
                            "-DskipUpload",
                            "-Dmaven.install.skip=true",
                            "-pl",
                            "aspire-model,aspire-maven-plugin",
                            "-am",
                            "deploy"))
                    .directory(checkout.toFile());
            try (RunningProcess build = RunningProcess.start(builder)) {
                if (build.exitCode(timeout) != 0) {
                    throw new AssertionError("The dry release failed:\n" + String.join("\n", build.lines()));
                }
            }
            return unpack(checkout.resolve("target/central-publishing/central-bundle.zip"));
        }

        private static Path unpack(Path bundle) {
            Path directory = Workspace.newDirectory("central");
            try (ZipFile zip = new ZipFile(bundle.toFile())) {
                for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                    Path file = directory.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.copy(zip.getInputStream(entry), file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return directory;
        }
    }
}
