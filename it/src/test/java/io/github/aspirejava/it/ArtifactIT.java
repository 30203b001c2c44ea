package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample fleet, whose billing has been released to a repository before, and is not a module of the build any more.
 */
@NeedsRegistry
@NeedsSkopeo
class ArtifactIT {
    private static final String RELEASED = "com.example.fleet:billing:0.9.0";

    private static RealRegistry registry;
    private static Path repository;

    @BeforeAll
    static void release() throws IOException {
        registry = RealRegistry.open();
        repository = Workspace.newDirectory("repository");
        forgetReleases();
        Sample released =
                Sample.copyOf("fleet").replace("pom.xml", "<version>1.0.0</version>", "<version>0.9.0</version>");
        for (String module : List.of("first", "second", "api", "worker", "billing")) {
            released.replace(module + "/pom.xml", "<version>1.0.0</version>", "<version>0.9.0</version>");
        }
        assertThat(MavenBuild.of(released)
                        .property("altDeploymentRepository", "releases::" + repository.toUri())
                        .run("-pl", "billing", "-am", "deploy"))
                .succeeded();
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    /** Removes the releases that an earlier run, or the deployment itself, has left in the local repository. */
    private static void forgetReleases() throws IOException {
        Path local = Workspace.target("m2").resolve("com/example/fleet");
        if (Files.exists(local)) {
            try (Stream<Path> files = Files.walk(local)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Sample fleetWith(String artifact) {
        return Sample.copyOf("fleet")
                .replace("pom.xml", "<module>billing</module>", "")
                .replace(
                        "pom.xml",
                        "<name>billing</name>",
                        "<name>billing</name><artifact>%s</artifact>".formatted(artifact))
                .replace(
                        "pom.xml",
                        "<dependencyManagement>",
                        "<repositories><repository><id>releases</id><url>%s</url></repository></repositories><dependencyManagement>"
                                .formatted(repository.toUri()));
    }

    private static MavenBuild build(Sample sample) {
        return MavenBuild.of(sample).property("aspire.parameters.registry-endpoint", registry.host());
    }

    private static String reference(String service, String tag) {
        return "docker://%s/fleet/%s:%s".formatted(registry.host(), service, tag);
    }

    private static List<String> layers(String service, String tag) {
        return Skopeo.manifest(reference(service, tag)).path("layers").findValuesAsText("digest");
    }

    @Test
    void isPushedWithWhatItRunsWithAndSharesLayersWithModules() throws IOException {
        forgetReleases();
        Sample fleet = fleetWith(RELEASED);

        BuildResult push = build(fleet).run("aspire:push");

        assertThat(push).succeeded().prints("(package) done");
        assertThat(registry.image("fleet/billing", push.digest("billing")).classpath())
                .containsExactly(
                        "libs/billing-0.9.0.jar",
                        "libs/gson-2.13.2.jar",
                        "libs/error_prone_annotations-2.41.0.jar",
                        "libs/commons-lang3-3.20.0.jar");
        // The base, the common library, its own jar with its own libraries, and its class path.
        List<String> shared = new ArrayList<>(layers("billing", "0.9.0"));
        int all = shared.size();
        shared.retainAll(layers("api", "1.0.0"));
        assertThat(shared).hasSize(all - 2);

        // Once more, by another Maven, offline, into a layout: all of it is in the local repository by now.
        BuildResult offline =
                build(fleet).with(MavenInstallation.all().get(2)).intoBundle().run("-o", "package", "aspire:push");

        assertThat(offline).succeeded();
        assertThat(offline.digest("billing"))
                .isEqualTo(registry.digest("fleet/billing", "0.9.0").orElseThrow());
    }

    @Test
    void thatIsInNoRepositoryIsOneErrorWithItsLineAndTheOthersArePushed() {
        Sample fleet = fleetWith("com.example.fleet:billing:0.8.0");
        int line = fleet.lineOf("pom.xml", "<artifact>");

        BuildResult push = build(fleet).run("aspire:push");

        assertThat(push)
                .failed()
                .hasOneErrorIn(
                        line, line, List.of("com.example.fleet:billing:0.8.0 cannot be used", "Correct the <artifact>"))
                .hasNoStackTrace();
        assertThat(push.digest("api")).startsWith("sha256:");
    }

    @Test
    void belongsToTheModuleThatDeclaresItAndIsLeftOutWithIt() {
        BuildResult push =
                build(fleetWith("com.example.fleet:billing:0.8.0")).intoBundle().run("-pl", "api", "aspire:push");

        assertThat(push)
                .succeeded()
                .prints("Left out: worker (this build does not build worker)")
                .prints("Left out: billing (");
    }
}
