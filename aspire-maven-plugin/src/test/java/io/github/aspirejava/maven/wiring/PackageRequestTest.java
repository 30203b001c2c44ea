package io.github.aspirejava.maven.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the table about the Maven that packages: what it takes over from this one, and what not. */
class PackageRequestTest {
    @TempDir
    Path directory;

    private final MavenExecutionRequest outer = new DefaultMavenExecutionRequest();
    private final Properties user = new Properties();
    private boolean tested;

    private MavenProject project(String name) {
        Model model = new Model();
        model.setGroupId("com.example");
        model.setArtifactId(name);
        model.setVersion("1");
        MavenProject project = new MavenProject(model);
        project.setFile(directory.resolve(name).resolve("pom.xml").toFile());
        return project;
    }

    private File file(String name) throws IOException {
        return Files.createFile(directory.resolve(name)).toFile();
    }

    @SuppressWarnings({"deprecation", "NullAway"}) // nothing is looked up in the session's container
    private InvocationRequest request() {
        Properties system = new Properties();
        system.setProperty("java.home", "/opt/jdk");
        outer.setSystemProperties(system);
        outer.setUserProperties(user);
        outer.setLocalRepositoryPath(directory.resolve("m2").toFile());
        MavenSession session = new MavenSession(
                null, MavenRepositorySystemUtils.newSession(), outer, new DefaultMavenExecutionResult());
        return new PackageRequest(
                        session,
                        new PackageRequest.Modules(project("root"), Set.of(project("worker"), project("api")), tested),
                        "group:aspire:1",
                        directory.resolve("packaged"))
                .logging(directory.resolve("package.log"));
    }

    @Test
    void packagesTheModulesWithThoseThatTheyDependOnAndNoTests() {
        InvocationRequest request = request();

        assertThat(request.getPomFile())
                .isEqualTo(directory.resolve("root/pom.xml").toFile());
        assertThat(request.getArgs()).contains("package", "group:aspire:1:record-artifacts");
        assertThat(request.getProjects()).containsExactly("com.example:api", "com.example:worker");
        assertThat(request.isAlsoMake()).isTrue();
        assertThat(request.getProperties()).containsEntry("skipTests", "true");
        assertThat(request.getJavaHome()).isEqualTo(new File("/opt/jdk"));
        assertThat(request.getLocalRepositoryDirectory(null))
                .isEqualTo(directory.resolve("m2").toFile());
    }

    @Test
    void executesTestsOnRequest() {
        tested = true;

        assertThat(request().getProperties()).doesNotContainKey("skipTests");
    }

    @Test
    void takesOverTheFilesOfSettingsAndToolchains() throws IOException {
        outer.setUserSettingsFile(file("settings.xml"));
        outer.setGlobalSettingsFile(file("global-settings.xml"));
        outer.setUserToolchainsFile(file("toolchains.xml"));
        outer.setGlobalToolchainsFile(file("global-toolchains.xml"));

        InvocationRequest request = request();

        assertThat(List.of(
                        request.getUserSettingsFile(),
                        request.getGlobalSettingsFile(),
                        request.getToolchainsFile(),
                        request.getGlobalToolchainsFile()))
                .extracting(File::getName)
                .containsExactly("settings.xml", "global-settings.xml", "toolchains.xml", "global-toolchains.xml");
    }

    @Test
    void leavesOutFilesThatMavenNamesThoughTheyDoNotExist() {
        outer.setUserSettingsFile(directory.resolve("none.xml").toFile());
        outer.setUserToolchainsFile(directory.resolve("none-either.xml").toFile());

        assertThat(request().getUserSettingsFile()).isNull();
        assertThat(request().getToolchainsFile()).isNull();
    }

    @Test
    void takesOverHowRepositoriesAreUsed() {
        outer.setOffline(true);
        outer.setUpdateSnapshots(true);
        outer.setNoSnapshotUpdates(true);

        InvocationRequest request = request();

        assertThat(request.isOffline()).isTrue();
        assertThat(request.isUpdateSnapshots()).isTrue();
        assertThat(request.getArgs()).contains("--no-snapshot-updates");
    }

    @Test
    void asksForNoUpdatesUnlessThisMavenDoes() {
        InvocationRequest request = request();

        assertThat(request.isOffline()).isFalse();
        assertThat(request.isUpdateSnapshots()).isFalse();
        assertThat(request.getArgs()).doesNotContain("--no-snapshot-updates");
        assertThat(request.getThreads()).isNull();
    }

    @Test
    void takesOverProfilesAndThreads() {
        outer.setActiveProfiles(List.of("fast"));
        outer.setInactiveProfiles(List.of("slow"));
        outer.setDegreeOfConcurrency(4);

        InvocationRequest request = request();

        assertThat(request.getProfiles()).containsExactly("fast", "!slow");
        assertThat(request.getThreads()).isEqualTo("4");
    }

    @Test
    void takesOverTheUsersPropertiesExceptThoseOfThePlugin() {
        user.setProperty("revision", "7");
        user.setProperty("aspire.registries.ghcr.password", "secret");
        user.setProperty("aspire.skip", "false");

        assertThat(request().getProperties())
                .containsEntry("revision", "7")
                .containsEntry("aspire.skip", "true")
                .containsEntry(
                        "aspire.record.directory", directory.resolve("packaged").toString())
                .doesNotContainKey("aspire.registries.ghcr.password");
    }

    @Test
    void hasALogOfItsOwnAndNoDebugger() {
        InvocationRequest request = request();

        assertThat(request.getArgs())
                .containsSequence("--log-file", directory.resolve("package.log").toString());
        assertThat(request.getShellEnvironments()).containsEntry("MAVEN_DEBUG_OPTS", "");
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx1g -agentlib:jdwp=transport=dt_socket;server=y -Dx=y, -Xmx1g -Dx=y",
        "-Xdebug -Xrunjdwp:transport=dt_socket, ''",
        "-javaagent:/opt/agent.jar=port:1 -XX:+UseSerialGC, -XX:+UseSerialGC",
        "-Dcom.sun.management.jmxremote.port=9010 -Xdebugger, -Xdebugger",
        "' -Xmx1g  -Xms1g ', -Xmx1g -Xms1g",
    })
    void keepsAgentsOutOfTheOtherJvm(String options, String kept) {
        assertThat(PackageRequest.withoutAgents(options)).isEqualTo(kept);
    }
}
