package io.github.aspirejava.maven.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A root of packaging pom with the modules api, web, in it web/admin, and docker, which is of packaging pom, too. */
class ContextModulesTest {
    @TempDir
    Path directory;

    private final List<MavenProject> projects = new ArrayList<>();

    @BeforeEach
    void build() throws IOException {
        module("", "pom");
        module("api", "jar");
        module("web", "war");
        module("web/admin", "jar");
        module("docker", "pom");
    }

    private void module(String path, String packaging) throws IOException {
        Path base = Files.createDirectories(directory.resolve(path));
        MavenProject project = new MavenProject();
        project.setGroupId("com.example");
        project.setArtifactId(path.isEmpty() ? "root" : path.replace('/', '-'));
        project.setVersion("1");
        project.setPackaging(packaging);
        project.setFile(base.resolve("pom.xml").toFile());
        project.setExecutionRoot(path.isEmpty());
        Build build = new Build();
        build.setDirectory(base.resolve("target").toString());
        project.setBuild(build);
        projects.add(project);
    }

    @SuppressWarnings({"deprecation", "NullAway"}) // nothing is looked up in the session's container
    private ContextModules modules() {
        MavenSession session = new MavenSession(
                null,
                MavenRepositorySystemUtils.newSession(),
                new DefaultMavenExecutionRequest().setGoals(List.of("deploy")),
                new DefaultMavenExecutionResult());
        session.setProjects(projects);
        return new ContextModules(new BuildModules(session));
    }

    private List<String> sources(String context, String instructions) throws IOException {
        Path base = Files.createDirectories(directory.resolve(context));
        return names(base, Files.writeString(base.resolve("Dockerfile"), "FROM scratch\n" + instructions));
    }

    private List<String> names(Path context, Path dockerfile) {
        return modules().ofDockerfile(context, dockerfile, Map.of()).modules().stream()
                .map(MavenProject::getArtifactId)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api               | COPY target/*.jar /app.jar                | api",
                "api               | COPY run.sh /                             | api",
                "api/src/docker    | COPY run.sh /                             | api",
                "api/target        | COPY *.jar /app.jar                       | api",
                "web               | COPY target/web.war /app.war              | web",
                "web               | COPY target/web.war admin/target/*.jar /  | web,web-admin",
                "web/admin         | COPY target/*.jar /                       | web-admin",
                ".                 | COPY api/target/*.jar /app.jar            | api",
                ".                 | COPY api/target/a.jar web/target/w.war /  | api,web",
                ".                 | COPY . /srv                               | api,docker,root,web,web-admin",
                ".                 | COPY nginx.conf /etc/                     | ''",
                "docker            | COPY target/app.jar /                     | docker",
                "docker            | COPY run.sh /                             | ''",
                "edge              | COPY . /srv                               | ''",
            })
    void areThoseThatADockerfileCopiesFrom(String context, String instruction, String modules) throws IOException {
        assertThat(String.join(",", sources(context, instruction))).isEqualTo(modules);
    }

    @Test
    void areAllIfTheDockerfileIsMadeByTheBuild() throws IOException {
        Path made = Files.createDirectories(directory.resolve("docker/target")).resolve("Dockerfile");

        assertThat(names(directory.resolve("edge"), made)).containsExactly("docker");
        Files.writeString(made, "FROM scratch\nCOPY run.sh /");
        assertThat(names(directory.resolve("api"), made)).containsExactly("api", "docker");
    }

    @Test
    void areNoneWhoseBuildDirectoriesAreIgnored() throws IOException {
        Files.writeString(directory.resolve(".dockerignore"), "**/target\n");

        assertThat(sources(".", "COPY . /src")).isEmpty();
    }

    @Test
    void areFoundThroughASymbolicLink() throws IOException {
        sources("api", "COPY target/*.jar /");
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("api"));

        assertThat(names(link, link.resolve("Dockerfile"))).containsExactly("api");
    }

    @Test
    void areNoneForAContextOutsideOfTheBuild(@TempDir Path elsewhere) throws IOException {
        Path dockerfile = Files.writeString(elsewhere.resolve("Dockerfile"), "FROM scratch\nCOPY . /");

        assertThat(names(elsewhere, dockerfile)).isEmpty();
    }

    @Test
    void areNotCompleteInsideOfAModule() throws IOException {
        Files.writeString(
                directory.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId><artifactId>root</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><modules><module>api</module><module>web</module></modules></project>");
        for (String module : List.of("api", "web")) {
            Files.writeString(
                    directory.resolve(module).resolve("pom.xml"),
                    "<project><modelVersion>4.0.0</modelVersion><parent><groupId>com.example</groupId><artifactId>root</artifactId>"
                            + "<version>1</version></parent><artifactId>%s</artifactId></project>".formatted(module));
        }
        MavenProject api = projects.get(1);
        api.setParent(projects.get(0));
        projects.retainAll(List.of(api));
        Path dockerfile = Files.writeString(
                directory.resolve("Dockerfile"), "FROM scratch\nCOPY api/target/a.jar web/target/w.war /");

        ContextModules.Sources sources = modules().ofDockerfile(directory, dockerfile, Map.of());

        assertThat(sources.modules()).containsExactly(api);
        assertThat(sources.isComplete()).isFalse();
        Files.writeString(dockerfile, "FROM scratch\nCOPY api/target/a.jar /");
        assertThat(modules().ofDockerfile(directory, dockerfile, Map.of()).isComplete())
                .isTrue();
    }
}
