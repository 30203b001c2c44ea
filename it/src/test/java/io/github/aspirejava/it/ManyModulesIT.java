package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two dozen modules that eight threads of one Maven build and push concurrently, repeatedly. */
@NeedsRegistry
class ManyModulesIT {
    private static final int RUNS = Workspace.inFull() ? 50 : 5;
    private static final List<String> SERVICES =
            IntStream.rangeClosed(1, 24).mapToObj("service-%d"::formatted).toList();

    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
            %s
            </project>
            """;

    private static RealRegistry registry;
    private static Sample many;

    @BeforeAll
    static void generate() {
        registry = RealRegistry.open();
        many = new Sample("many", Workspace.newDirectory("many"));
        many.write(".mvn/maven.config", "");
        many.write("pom.xml", PROJECT.formatted(root()));
        module("shared", "");
        many.write(
                "shared/src/main/java/com/example/Main.java",
                "package com.example; public class Main { public static void main(String[] arguments) {} }");
        SERVICES.forEach(service -> module(service, """
                <dependencies>
                  <dependency>
                    <groupId>com.example.many</groupId><artifactId>shared</artifactId><version>1.0.0</version>
                  </dependency>
                </dependencies>"""));
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private static void module(String name, String dependencies) {
        many.write(name + "/pom.xml", PROJECT.formatted("""
                <parent>
                  <groupId>com.example.many</groupId><artifactId>many</artifactId><version>1.0.0</version>
                </parent>
                <artifactId>%s</artifactId>
                %s""".formatted(name, dependencies)));
        many.write(name + "/src/main/resources/name.txt", name);
    }

    private static String root() {
        String modules = SERVICES.stream().map("<module>%s</module>"::formatted).collect(Collectors.joining("\n"));
        String services = SERVICES.stream()
                .map(name -> "<javaApp><name>%s</name><mainClass>com.example.Main</mainClass>".formatted(name)
                        + "<baseImage>${many.base}</baseImage></javaApp>")
                .collect(Collectors.joining("\n"));
        return """
                <groupId>com.example.many</groupId>
                <artifactId>many</artifactId>
                <version>1.0.0</version>
                <packaging>pom</packaging>
                <modules><module>shared</module>%s</modules>
                <properties>
                  <maven.compiler.source>17</maven.compiler.source>
                  <maven.compiler.target>17</maven.compiler.target>
                  <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                  <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
                </properties>
                <build>
                  <plugins>
                    <plugin>
                      <groupId>io.github.aspirejava</groupId>
                      <artifactId>aspire-maven-plugin</artifactId>
                      <version>0.1.0-SNAPSHOT</version>
                      <configuration>
                        <registries>
                          <containerRegistry>
                            <name>registry</name><endpoint>${many.endpoint}</endpoint><repository>${many.repository}</repository>
                          </containerRegistry>
                        </registries>
                        <services>%s</services>
                      </configuration>
                    </plugin>
                  </plugins>
                </build>""".formatted(modules, services);
    }

    @Test
    void arePushedOnceEachWhateverTheirOrder() {
        Map<String, String> first = push("run-1");
        assertThat(first).hasSize(SERVICES.size());
        for (int run = 2; run <= RUNS; run++) {
            assertThat(push("run-" + run)).as("run %d", run).isEqualTo(first);
        }
    }

    /** Pushes to new repositories, and returns the digests of their content afterwards. */
    private static Map<String, String> push(String repository) {
        registry.forgetRequests();

        assertThat(MavenBuild.of(many)
                        .property("many.endpoint", registry.host())
                        .property("many.repository", repository)
                        .run("-T8", "package", "aspire:push"))
                .succeeded();

        assertThat(registry.pushes())
                .containsExactlyInAnyOrderElementsOf(SERVICES.stream()
                        .map(service -> "%s/%s:1.0.0".formatted(repository, service))
                        .toList());
        assertThat(registry.requests())
                .filteredOn(RegistryRequest::putsBlob)
                .extracting(request -> request.path().replaceFirst(".*digest=", ""))
                .as("blobs uploaded in %s", repository)
                .doesNotHaveDuplicates();
        Map<String, String> digests = new TreeMap<>();
        SERVICES.forEach(service ->
                registry.digest(repository + '/' + service, "1.0.0").ifPresent(digest -> digests.put(service, digest)));
        return digests;
    }
}
