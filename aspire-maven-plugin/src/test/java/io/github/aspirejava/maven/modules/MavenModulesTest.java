package io.github.aspirejava.maven.modules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.app.DeploymentSettings;
import io.github.aspirejava.app.ImageSettings;
import io.github.aspirejava.app.JavaApp;
import io.github.aspirejava.app.JavaSource;
import io.github.aspirejava.app.Origin;
import io.github.aspirejava.app.Reference;
import io.github.aspirejava.app.Text;
import io.github.aspirejava.run.StepException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module of a build that packages. */
class MavenModulesTest {
    private static final Origin ORIGIN = new Origin("pom.xml", 7);
    private static final ProjectDependenciesResolver NEVER_ASKED = request -> {
        throw new AssertionError("resolved for " + request.getMavenProject());
    };

    @TempDir
    Path directory;

    private final MavenProject api = new MavenProject();

    @BeforeEach
    void configure() {
        api.setGroupId("com.example");
        api.setArtifactId("api");
        api.setVersion("1.0");
        api.setPackaging("jar");
        Build build = new Build();
        build.setDirectory(directory.toString());
        build.setOutputDirectory(directory.resolve("classes").toString());
        api.setBuild(build);
        api.setArtifact(new DefaultArtifact(
                "com.example", "api", "1.0", "compile", "jar", "", new DefaultArtifactHandler("jar")));
    }

    private void find() throws StepException {
        MavenSession session = session();
        BuildModules modules = new BuildModules(session);
        new MavenModules(modules, new ClassPaths(modules, NEVER_ASKED, session.getRepositorySession()))
                .find(JavaApp.of(
                                "api",
                                ORIGIN,
                                new JavaSource.Module(new Reference("api", ORIGIN)),
                                new ImageSettings(Optional.empty(), List.of(), List.of(), Optional.empty()))
                        .baseImage(Optional.of(Text.literal("scratch")))
                        .deployment(new DeploymentSettings(Optional.empty(), List.of(), Map.of(), List.of()))
                        .build());
    }

    @SuppressWarnings({"deprecation", "NullAway"}) // nothing is looked up in the session's container
    private MavenSession session() {
        MavenSession session = new MavenSession(
                null,
                MavenRepositorySystemUtils.newSession(),
                new DefaultMavenExecutionRequest().setGoals(List.of("deploy")),
                new DefaultMavenExecutionResult());
        session.setProjects(List.of(api));
        return session;
    }

    @Test
    void thatIsPackagedAsNoFileSaysSo() {
        api.addLifecyclePhase("package");

        assertThatThrownBy(this::find)
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:7: The build of module 'api' does not package a file.");
    }

    @Test
    void thatIsNotPackagedYetSaysWhenItWillBe() {
        assertThatThrownBy(this::find)
                .isInstanceOf(StepException.class)
                .hasMessageStartingWith("pom.xml:7: Module 'api' is not packaged when the goal is executed.");
    }
}
