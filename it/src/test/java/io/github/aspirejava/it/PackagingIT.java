package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars as the plugins of a build package them, in all the ways that POMs configure. */
class PackagingIT {
    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    private static MavenInstallation maven() {
        return MavenInstallation.running();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void runsTheJarWithItsManifestAndAllThatIsInIt(MavenInstallation maven) {
        UnpackedImage image = new PlainProject()
                .withJarPlugin("<archive><manifest><mainClass>demo.Main</mainClass>"
                        + "<addDefaultImplementationEntries>true</addDefaultImplementationEntries></manifest></archive>"
                        + "<excludes><exclude>**/application-local.properties</exclude></excludes>")
                .push(maven, "package");

        List<String> lines = image.run();
        String classes = value(lines, "classes");
        assertThat(lines).contains("version 3.2.1", "local false");
        assertThat(classes).endsWith("/app/app.jar!/");
        assertThat(value(lines, "beans")).as("where the classes are").isEqualTo(classes);
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<classifier>app</classifier>",
                "<outputDirectory>${project.build.directory}/dist</outputDirectory>",
                "<finalName>another</finalName>"
            })
    void findsTheJarWhereverThePluginPutsIt(String configuration) {
        PlainProject project = new PlainProject().withJarPlugin(configuration);

        assertThat(project.push(maven(), "package").run()).contains("local true");
        assertThat(project.push(maven(), "clean").run())
                .as("packaged by the plugin's own step")
                .contains("local true");
    }

    @Test
    void startsTheClassThatTheManifestNames() {
        PlainProject project = new PlainProject()
                .withFile("src/main/java/demo/Tool.java", """
                        package demo;

                        public class Tool {
                            public static void main(String[] arguments) {
                                System.out.println("tool");
                            }
                        }
                        """)
                .withJarPlugin("<archive><manifest><mainClass>demo.Tool</mainClass></manifest></archive>");

        assertThat(project.push(maven(), "package").run()).containsExactly("tool");
    }

    @Test
    void refusesAMainClassThatIsNowhereBeforeAnythingIsPushed() {
        PlainProject project = new PlainProject().with("service", "<mainClass>demo.Man</mainClass>");

        BuildResult push = project.result(maven(), "package");

        assertThat(push).failed().hasNoStackTrace().prints("<mainClass>demo.Main</mainClass>");
        assertThat(project.sample().file("target/bundle/index.json")).doesNotExist();
    }

    @Test
    void hasArgumentsVariablesAndPortsInTheImage() {
        UnpackedImage image = new PlainProject()
                .with(
                        "service",
                        "<arguments><argument>server</argument><argument>a b</argument></arguments>"
                                + "<environmentVariables><GREETING>hi</GREETING></environmentVariables>"
                                + "<endpoints><endpoint><name>http</name><port>8080</port></endpoint></endpoints>")
                .push(maven(), "package");

        assertThat(image.run()).contains("greeting hi", "arguments server,a b");
        assertThat(image.configuration().path("ExposedPorts")).hasToString("{\"8080/tcp\":{}}");
    }

    @Test
    void canBeMadeIntoAnArchiveOfClassData() {
        UnpackedImage image = new PlainProject()
                .with(
                        "dependencies",
                        "<dependency><groupId>com.google.code.gson</groupId><artifactId>gson</artifactId><version>2.13.2</version></dependency>")
                .push(maven(), "package");
        Path archive = image.root().resolve("app.jsa");

        image.run("-XX:ArchiveClassesAtExit=" + archive);

        assertThat(archive).isRegularFile();
        assertThat(image.run("-XX:SharedArchiveFile=" + archive, "-Xlog:class+load"))
                .anySatisfy(line -> assertThat(line).contains("demo.Main source: shared objects file (top)"));
    }

    @Test
    void isAloneIfItHoldsItsLibraries() throws Exception {
        PlainProject project = new PlainProject()
                .with(
                        "dependencies",
                        "<dependency><groupId>com.google.code.gson</groupId><artifactId>gson</artifactId><version>2.13.2</version></dependency>")
                .with("plugins", """
                        <plugin>
                          <artifactId>maven-assembly-plugin</artifactId>
                          <version>3.7.1</version>
                          <executions>
                            <execution>
                              <phase>package</phase>
                              <goals><goal>single</goal></goals>
                              <configuration>
                                <descriptorRefs><descriptorRef>jar-with-dependencies</descriptorRef></descriptorRefs>
                                <archive><manifest><mainClass>demo.Main</mainClass></manifest></archive>
                              </configuration>
                            </execution>
                          </executions>
                        </plugin>""");

        UnpackedImage image = project.push(maven(), "package");

        assertThat(image.run()).contains("local true");
        try (var files = Files.walk(image.root())) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactly(image.root().resolve("app/app.jar"));
        }
    }
}
