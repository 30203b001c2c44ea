package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Dockerfiles that copy the modules' packages: {@code COPY target/*.jar}. */
@NeedsEngine
class PackagedDockerfileIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROOT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example.copied</groupId>
              <artifactId>copied</artifactId>
              <version>1.0.0</version>
              <packaging>pom</packaging>
              <modules><module>api</module><module>worker</module></modules>
              <properties>
                <maven.compiler.source>17</maven.compiler.source>
                <maven.compiler.target>17</maven.compiler.target>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                <project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>
                <maven.install.skip>true</maven.install.skip>
                <maven.deploy.skip>true</maven.deploy.skip>
              </properties>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <version>0.1.0-SNAPSHOT</version>
                    <extensions>true</extensions>
                    <executions><execution><goals><goal>push</goal></goals></execution></executions>
                    <configuration>
                      <registries><ociLayout><name>bundle</name><directory>api/bundle</directory></ociLayout></registries>
                      <services>
                        <dockerfile><name>api</name><context>api</context></dockerfile>
                        <dockerfile><name>both</name><context>.</context><file>both.Dockerfile</file></dockerfile>
                        <dockerfile><name>edge</name><context>edge</context></dockerfile>
                      </services>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final String MODULE = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>com.example.copied</groupId>
                <artifactId>copied</artifactId>
                <version>1.0.0</version>
              </parent>
              <artifactId>%s</artifactId>
            %s</project>
            """;

    private static final String OWN_SERVICE = """
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.aspirejava</groupId>
                    <artifactId>aspire-maven-plugin</artifactId>
                    <configuration><services><dockerfile>worker</dockerfile></services></configuration>
                  </plugin>
                </plugins>
              </build>
            """;

    private final Sample sample = new Sample("copied", Workspace.newDirectory("copied"));

    PackagedDockerfileIT() {
        sample.write(".mvn/maven.config", "");
        sample.write("pom.xml", ROOT);
        sample.write("api/pom.xml", MODULE.formatted("api", ""));
        sample.write("worker/pom.xml", MODULE.formatted("worker", OWN_SERVICE));
        for (String module : List.of("api", "worker")) {
            say(module, "first");
            sample.write(module + "/Dockerfile", "FROM scratch\nARG JAR=target/*.jar\nCOPY ${JAR} /app.jar\n");
        }
        sample.write("both.Dockerfile", "FROM scratch\nCOPY api/target/*.jar worker/target/*.jar /app/\n");
        sample.write("edge/Dockerfile", "FROM scratch\nCOPY edge.conf /edge.conf\n");
        sample.write("edge/edge.conf", "edge");
    }

    private void say(String module, String text) {
        sample.write(
                module + "/src/main/java/com/example/copied/" + module + "/Main.java",
                "package com.example.copied.%s; public class Main { public static final String SAYS = \"%s\"; }"
                        .formatted(module, text));
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    static List<MavenVariant> variants() {
        return MavenVariant.some();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void packagesTheModulesStraightAfterACloneAndMakesTheSameImagesAgain(MavenInstallation maven) {
        BuildResult push = MavenBuild.of(sample).with(maven).run("aspire:push");

        assertThat(push).succeeded().prints("(package) done");
        assertImagesHaveTheJars(push);
        BuildResult second = MavenBuild.of(sample).with(maven).run("aspire:push");
        assertThat(second).succeeded();
        assertThat(second.images().path("images").findValuesAsText("state"))
                .hasSize(4)
                .containsOnly("existing");
    }

    @ParameterizedTest
    @MethodSource("variants")
    void pushesWhatTheSameBuildPackages(MavenVariant variant) {
        assertThat(MavenBuild.of(sample).with(variant.maven()).run(variant.with("package", "-Daspire.push.skip")))
                .succeeded();
        say("api", "second");
        say("worker", "second");

        BuildResult deploy = MavenBuild.of(sample).with(variant.maven()).run(variant.with("deploy"));

        assertThat(deploy).succeeded();
        assertImagesHaveTheJars(deploy);
        say("worker", "third");
        BuildResult push = MavenBuild.of(sample).with(variant.maven()).run(variant.with("package", "aspire:push"));
        assertThat(push).succeeded();
        assertImagesHaveTheJars(push);
    }

    @Test
    void showsInThePlanWhatEachImageWaitsFor() {
        BuildResult plan = MavenBuild.of(sample)
                .property("aspire.plan.format", "json")
                .property("aspire.plan.output", sample.file("plan.json").toString())
                .run("aspire:plan");

        assertThat(plan).succeeded();
        assertThat(texts(step("build-api").path("dependsOn"))).contains("package");
        assertThat(step("build-api").path("description").asText()).isEqualTo("Build the image of api from module api");
        assertThat(step("build-both").path("description").asText())
                .isEqualTo("Build the image of both from modules api, worker");
        assertThat(texts(step("build-worker").path("dependsOn"))).contains("package");
        assertThat(texts(step("build-edge").path("dependsOn"))).doesNotContain("package");
    }

    @Test
    void leavesOutAnImageThatCopiesFromAModuleThatIsNotSelected() {
        assertThat(MavenBuild.of(sample).run("package", "-Daspire.push.skip")).succeeded();

        BuildResult push = MavenBuild.of(sample).run("-pl", "worker", "deploy");

        assertThat(push)
                .succeeded()
                .prints("Left out: api, both (this build does not build api)")
                .prints("Left out: edge (");
        assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("worker");
    }

    @Test
    void saysWhatAnEarlierBuildHasPackagedWhenABuildGoesOn() {
        assertThat(MavenBuild.of(sample).run("package", "-Daspire.push.skip")).succeeded();

        BuildResult push = MavenBuild.of(sample).run("-rf", ":worker", "deploy");

        assertThat(push).succeeded().prints("The image of both contains the artifacts of an earlier build of api.");
        assertThat(push.images().path("images").findValuesAsText("service")).containsExactly("both", "worker");
    }

    @Test
    void refusesToPushBeforeTheModuleIsPackaged() {
        sample.replace("pom.xml", "<extensions>true</extensions>", "<inherited>false</inherited>");
        assertThat(MavenBuild.of(sample).run("package", "-Daspire.push.skip")).succeeded();

        BuildResult deploy = MavenBuild.of(sample).run("deploy");

        assertThat(deploy)
                .failed()
                .hasErrorWith(List.of(
                        "The image of api copies from module 'api', which is not packaged when the goal is executed",
                        "Let every module inherit the plugin's execution"))
                .hasNoStackTrace();
    }

    /** Asserts that each jar is in the image as it is on disk. */
    private void assertImagesHaveTheJars(BuildResult build) {
        Path layout = sample.file("api/bundle");
        for (String module : List.of("api", "worker")) {
            byte[] jar = bytes(sample.file("%1$s/target/%1$s-1.0.0.jar".formatted(module)));
            assertThat(LayerFiles.content(layer(layout, build.digest(module)), "app.jar"))
                    .as("the jar of " + module)
                    .isEqualTo(jar);
            assertThat(LayerFiles.content(layer(layout, build.digest("both")), "app/%s-1.0.0.jar".formatted(module)))
                    .as("the jar of %s in both".formatted(module))
                    .isEqualTo(jar);
        }
    }

    /** Returns the only layer of an image. */
    private static byte[] layer(Path layout, String digest) {
        StoredImage image = StoredImage.inLayout(layout, digest);
        try {
            JsonNode layers =
                    JSON.readTree(image.bytes().read("manifests", digest)).path("layers");
            assertThat(layers).hasSize(1);
            return image.bytes().read("blobs", layers.path(0).path("digest").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode step(String name) {
        return StreamSupport.stream(sample.json("plan.json").path("steps").spliterator(), false)
                .filter(step -> step.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
