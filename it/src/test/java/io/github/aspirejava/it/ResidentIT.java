package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds in a JVM that stays, with one container of Maven: what an IDE or a daemon does. */
class ResidentIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int BUILDS = 100;

    private static Sample project(String name, boolean extension, String registry) {
        Sample sample = new Sample(name, Workspace.newDirectory(name));
        sample.write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example.resident</groupId><artifactId>api</artifactId><version>1.0.0</version>
                  <properties>
                    <maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  </properties>
                  <build><plugins><plugin>
                    <groupId>io.github.aspirejava</groupId><artifactId>aspire-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version>
                    <extensions>%s</extensions>
                    <executions><execution><phase>package</phase><goals><goal>push</goal></goals></execution></executions>
                    <configuration>
                      <registries>%s</registries>
                      <services><javaApp><name>api</name><baseImage>scratch</baseImage><tags>one</tags></javaApp></services>
                    </configuration>
                  </plugin></plugins></build>
                </project>
                """.formatted(extension, registry));
        sample.write(
                "src/main/java/api/Main.java",
                "package api;\n\npublic final class Main {\n    public static void main(String[] arguments) {}\n}\n");
        return sample;
    }

    private static List<String> run(List<String> commands) {
        Path home = MavenInstallation.newest3().home();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dmaven.home=" + home,
                "-Dresident.repository=" + Workspace.target("m2"),
                "-cp",
                Stream.of("lib", "boot")
                        .flatMap(directory -> jars(home.resolve(directory)))
                        .collect(Collectors.joining(":", "", ":" + home.resolve("conf/logging"))),
                Path.of("src/test/resident/ResidentMaven.java").toAbsolutePath().toString()));
        command.addAll(commands);
        try (RunningProcess resident = RunningProcess.start(new ProcessBuilder(command))) {
            int exitCode = resident.exitCode(PATIENCE);
            List<String> lines = resident.lines();
            assertThat(exitCode).as(String.join("\n", lines)).isZero();
            return lines;
        }
    }

    private static Stream<String> jars(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::toString).filter(file -> file.endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> of(String kind, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(kind + ' ')).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaveNoThreadsAndNoFurtherClasses(boolean extension) {
        Sample sample = project("resident", extension, "<ociLayout>bundle</ociLayout>");
        String build = "build " + sample.directory() + " package";
        List<String> commands = new ArrayList<>(Collections.nCopies(BUILDS / 2, build));
        commands.add("state");
        commands.addAll(Collections.nCopies(BUILDS / 2, build));
        commands.add("state");

        List<String> lines = run(commands);

        assertThat(of("BUILD", lines)).hasSize(BUILDS).containsOnly("BUILD ok");
        assertThat(of("THREADS", lines)).containsExactly("THREADS []", "THREADS []");
        List<Integer> classes = of("CLASSES", lines).stream()
                .map(line -> Integer.valueOf(line.substring("CLASSES ".length())))
                .toList();
        // A build that stays in memory would leave its classes: some hundreds for each.
        assertThat(classes.get(1)).isLessThan(classes.get(0) + BUILDS);
    }

    @Test
    void seeChangesOfThePom() {
        Sample sample = project("resident-change", true, "<ociLayout>bundle</ociLayout>");
        String build = "build " + sample.directory() + " package";

        run(List.of(build, "replace " + sample.directory().resolve("pom.xml") + " >one< >two<", build));

        assertThat(sample.json("target/aspire/images.json")
                        .at("/images/0/references/0")
                        .asText())
                .endsWith(":two");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endWithAReportIfTheyAreCancelled(boolean extension) throws IOException {
        // Accepts connections, and never answers.
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Sample sample = project(
                    "resident-cancel",
                    extension,
                    "<containerRegistry><name>silent</name><endpoint>127.0.0.1:%d</endpoint></containerRegistry>"
                            .formatted(silent.getLocalPort()));

            List<String> lines = run(List.of("cancel " + sample.directory() + " package", "state"));

            assertThat(of("BUILD", lines)).singleElement().asString().contains("The run was cancelled", " interrupted");
            assertThat(of("THREADS", lines)).containsExactly("THREADS []");
            assertThat(sample.json("target/aspire/images.json")
                            .at("/notPushed/0/service")
                            .asText())
                    .isEqualTo("api");
        }
    }
}
