package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A root POM that only lists its modules: they don't inherit from it, and it does not declare the plugin. */
class AggregatorRootIT {
    private static final String COORDINATES = "io.github.aspirejava:aspire-maven-plugin:0.1.0-SNAPSHOT:";

    private static final String MODULE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example.loose</groupId>
              <artifactId>%s</artifactId>
              <version>1.0.0</version>
              <properties>
                <maven.compiler.source>17</maven.compiler.source>
                <maven.compiler.target>17</maven.compiler.target>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
            </project>
            """;

    private static final String ROOT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example.loose</groupId>
              <artifactId>loose</artifactId>
              <version>1.0.0</version>
              <packaging>pom</packaging>
              <modules><module>api</module><module>worker</module></modules>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <extensions>true</extensions>
                    <configuration>
                      <registries><ociLayout>bundle</ociLayout></registries>
                      <services>
                        <javaApp><name>api</name><baseImage>scratch</baseImage></javaApp>
                        <javaApp><name>worker</name><baseImage>scratch</baseImage></javaApp>
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static Sample project() {
        Sample sample = new Sample("loose", Workspace.newDirectory("loose"));
        sample.write(".mvn/maven.config", "");
        sample.write("pom.xml", ROOT);
        for (String module : List.of("api", "worker")) {
            sample.write(module + "/pom.xml", MODULE.formatted(module));
            sample.write(
                    module + "/src/main/java/com/example/loose/%s/Main.java".formatted(module), """
                            package com.example.loose.%s;

                            public final class Main {
                                private Main() {}

                                public static void main(String[] arguments) {
                                    System.out.println("ready");
                                }
                            }
                            """.formatted(module));
        }
        return sample;
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void pushesTheServicesOfAllModulesStraightAfterAClone(MavenInstallation maven) {
        Sample sample = project();

        assertThat(MavenBuild.of(sample).with(maven).run("aspire:plan"))
                .succeeded()
                .prints("Build the image of worker from module worker");
        BuildResult push = MavenBuild.of(sample).with(maven).run("aspire:push");

        assertThat(push).succeeded().prints("(package) done");
        assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("api", "worker");
    }

    static List<MavenVariant> variants() {
        return MavenVariant.some();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void pushesWhatTheBuildHasPackaged(MavenVariant variant) {
        Sample sample = project();

        BuildResult push = MavenBuild.of(sample).with(variant.maven()).run(variant.with("package", "aspire:push"));

        assertThat(push).succeeded().doesNotPrint("(package)");
        assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("api", "worker");
    }

    /** Checks the hint: Maven resolves the prefix in the first module before any class of the plugin is loaded. */
    @Test
    void needsTheCoordinatesWithoutTheExtension() {
        Sample sample = project().replace("pom.xml", "<extensions>true</extensions>", "");

        assertThat(MavenBuild.of(sample).run("aspire:push")).failed();
        BuildResult push = MavenBuild.of(sample).run("package", COORDINATES + "push");

        assertThat(push).succeeded();
        assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("api", "worker");
    }

    @Test
    void leavesOutTheServiceOfAModuleThatFails() {
        Sample sample = project();
        sample.write("worker/src/main/java/Broken.java", "class");

        BuildResult push = MavenBuild.of(sample).run("-fae", "package", "aspire:push");

        assertThat(push).failed().hasErrorWith(List.of("Broken.java"));
        assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("api");
    }

    @Test
    void saysThatThereIsNoPom() {
        Sample empty = new Sample("empty", Workspace.newDirectory("empty"));

        assertThat(MavenBuild.of(empty).run(COORDINATES + "push"))
                .failed()
                .hasErrorWith(List.of("There is no POM in this directory"))
                .hasNoStackTrace();
    }
}
