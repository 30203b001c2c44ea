package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The configuration of an image, as a container engine reads it and runs the image. */
@NeedsEngine
class ImageConfigurationIT {
    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>configured</artifactId>
              <version>1.2.3</version>
              <name>Configured application</name>
              <url>https://shop.example.com</url>
              <organization><name>Acme</name></organization>
              <licenses><license><name>Apache License, Version 2.0</name></license></licenses>
              <scm><url>https://ann:hunter2@git.example.com/acme/shop.git</url></scm>
              <properties>
                <maven.compiler.source>17</maven.compiler.source>
                <maven.compiler.target>17</maven.compiler.target>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <configuration>
                      <registries><ociLayout><name>bundle</name></ociLayout></registries>
                      <services>
                        <javaApp>
                          <name>restricted</name><module>configured</module><load>true</load>
                          <baseImage>BASE</baseImage>
                          <agents>net.bytebuddy:byte-buddy-agent:1.17.8</agents>
                          <labels><org.opencontainers.image.revision/></labels>
                        </javaApp>
                        <javaApp>
                          <name>scripted</name><module>configured</module><load>true</load>
                          <baseImage>BASE</baseImage>
                          <user>1234</user>
                          <workingDirectory>/srv/shop</workingDirectory>
                          <entrypoint>/entrypoint.sh</entrypoint>
                          <localFiles>
                            <localFile>
                              <source>src/main/image</source><to>/</to>
                              <permissions><permission><pattern>*.sh</pattern><mode>755</mode></permission></permissions>
                            </localFile>
                          </localFiles>
                          <arguments><argument>a b</argument></arguments>
                          <endpoints><endpoint/></endpoints>
                          <volumes>/data</volumes>
                          <labels><com.example.team>shop</com.example.team></labels>
                          <stopSignal>SIGQUIT</stopSignal>
                          <healthcheck><command>true</command><interval>1m30s</interval></healthcheck>
                          <created>2026-01-31T12:00:00Z</created>
                        </javaApp>
                        <javaApp>
                          <name>rooted</name><module>configured</module><load>true</load>
                          <baseImage>BASE</baseImage>
                          <user>root</user>
                        </javaApp>
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String MAIN = """
            package demo;

            import java.nio.file.Files;
            import java.nio.file.Path;

            public class Main {
                public static void main(String[] arguments) throws Exception {
                    System.out.println("user " + Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
                    System.out.println("directory " + Path.of("").toAbsolutePath());
                    System.out.println("arguments " + String.join(",", arguments));
                    System.out.println("greeting " + System.getProperty("greeting"));
                    System.out.println("agent " + ClassLoader.getSystemResource("net/bytebuddy/agent/Installer.class"));
                    System.out.println("wrote " + Files.writeString(Path.of("here.txt"), "x"));
                    System.out.println("temporary " + (Files.createTempFile("x", "y") != null));
                }
            }
            """;

    private static BuildResult push;

    @BeforeAll
    static void push() {
        Sample sample = new Sample("configured", Workspace.newDirectory("configured"))
                .write("pom.xml", POM.replace("BASE", Workspace.baseImage()))
                .write(".mvn/maven.config", "")
                .write(
                        "src/main/image/entrypoint.sh",
                        "#!/bin/sh\nexec java -Dgreeting=scripted -jar /app/launch.jar \"$@\"\n")
                .write("src/main/java/demo/Main.java", MAIN);
        push = MavenBuild.of(sample).run("package", "io.github.aspirejava:aspire-maven-plugin:0.1.0-SNAPSHOT:push");
        assertThat(push).succeeded();
    }

    @Test
    void runsUnderTheRestrictedProfileOfKubernetes() {
        assertThat(run(
                        "restricted",
                        "--read-only",
                        "--cap-drop=ALL",
                        "--security-opt=no-new-privileges",
                        "--tmpfs=/tmp",
                        "--tmpfs=/work"))
                .contains("user 65532", "directory /work", "wrote here.txt", "temporary true");
    }

    @Test
    void mayWriteToItsDirectoriesWithoutVolumesAsAnyUser() {
        assertThat(run("restricted", "--cap-drop=ALL")).contains("user 65532", "wrote here.txt", "temporary true");
        assertThat(run("restricted", "--cap-drop=ALL", "--user=1000650000:1"))
                .contains("user 1000650000", "wrote here.txt", "temporary true");
    }

    @Test
    void startsItsAgents() {
        assertThat(run("restricted"))
                .anySatisfy(line ->
                        assertThat(line).startsWith("agent jar:file:/app/agents/byte-buddy-agent-1.17.8.jar!/"));
        assertThat(run("rooted")).contains("agent null");
    }

    @Test
    void runsAsItsModelSays() {
        assertThat(run("scripted", "--cap-drop=ALL"))
                .contains("user 1234", "directory /srv/shop", "arguments a b", "greeting scripted", "wrote here.txt");
        assertThat(run("rooted")).contains("user 0", "directory /");
    }

    @Test
    void hasTheSettingsOfItsModel() throws IOException {
        JsonNode image = inspect("scripted");

        assertThat(image.path("Created").asText()).isEqualTo("2026-01-31T12:00:00Z");
        JsonNode config = image.path("Config");
        assertThat(config.path("ExposedPorts")).hasToString("{\"8080/tcp\":{}}");
        assertThat(config.path("Volumes")).hasToString("{\"/data\":{}}");
        assertThat(config.path("StopSignal").asText()).isEqualTo("SIGQUIT");
        assertThat(config.path("Healthcheck"))
                .hasToString("{\"Test\":[\"CMD-SHELL\",\"true\"],\"Interval\":90000000000}");
        assertThat(config.path("Labels").path("com.example.team").asText()).isEqualTo("shop");
    }

    @Test
    void isDescribedByItsPomWithoutCredentials() throws IOException {
        JsonNode labels = inspect("restricted").path("Config").path("Labels");

        assertThat(label(labels, "title")).isEqualTo("Configured application");
        assertThat(label(labels, "version")).isEqualTo("1.2.3");
        assertThat(label(labels, "url")).isEqualTo("https://shop.example.com");
        assertThat(label(labels, "source")).isEqualTo("https://git.example.com/acme/shop");
        assertThat(label(labels, "vendor")).isEqualTo("Acme");
        assertThat(label(labels, "licenses")).isEqualTo("Apache-2.0");
        assertThat(label(labels, "base.digest")).startsWith("sha256:");
        assertThat(labels.has("org.opencontainers.image.revision")).isFalse();
        assertThat(labels.toString()).doesNotContain("hunter2");
    }

    private static String label(JsonNode labels, String name) {
        return labels.path("org.opencontainers.image." + name).asText();
    }

    private static JsonNode inspect(String service) throws IOException {
        return new ObjectMapper()
                .readTree(String.join("\n", DockerEngine.output("image", "inspect", service + ":1.2.3")))
                .get(0);
    }

    private static List<String> run(String service, String... options) {
        List<String> command = new ArrayList<>(List.of("run", "--rm"));
        command.addAll(List.of(options));
        command.add(service + ":1.2.3");
        return DockerEngine.output(command.toArray(String[]::new));
    }
}
