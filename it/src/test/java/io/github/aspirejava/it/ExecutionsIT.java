package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds whose POMs configure the plugin in other places, at other times or more often than the root's does. */
class ExecutionsIT {
    private static final String PLUGIN =
            "<groupId>io.github.aspirejava</groupId><artifactId>aspire-maven-plugin</artifactId><version>0.1.0-SNAPSHOT</version>";

    private static final String REGISTRY = "<registries><ociLayout>bundle</ociLayout></registries>";

    private static String service(String name) {
        return "<services><javaApp><name>%s</name><baseImage>scratch</baseImage></javaApp></services>".formatted(name);
    }

    private static String execution(String id, String configuration) {
        return "<execution><id>%s</id><phase>package</phase><goals><goal>push</goal></goals><configuration>%s</configuration></execution>"
                .formatted(id, configuration);
    }

    /** Creates a build of the modules api and worker. */
    private static Sample project(String name, String plugins, String ofApi) {
        Sample sample = new Sample(name, Workspace.newDirectory(name));
        sample.write(".mvn/maven.config", "");
        sample.write(
                "pom.xml",
                pom(
                        "<groupId>com.example.turns</groupId><artifactId>turns</artifactId><version>1.0.0</version><packaging>pom</packaging>",
                        "<modules><module>api</module><module>worker</module></modules>"
                                + "<properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target>"
                                + "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>"
                                + plugins));
        for (String module : List.of("api", "worker")) {
            sample.write(
                    module + "/pom.xml",
                    pom(
                            "<parent><groupId>com.example.turns</groupId><artifactId>turns</artifactId><version>1.0.0</version></parent><artifactId>%s</artifactId>"
                                    .formatted(module),
                            module.equals("api") ? ofApi : ""));
            sample.write(
                    module + "/src/main/java/%s/Main.java".formatted(module),
                    "package %s;\n\npublic final class Main {\n    public static void main(String[] arguments) {}\n}\n"
                            .formatted(module));
        }
        return sample;
    }

    private static String pom(String coordinates, String more) {
        return "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>%s%s</project>\n"
                .formatted(coordinates, more);
    }

    private static String plugins(String... plugins) {
        return "<build><plugins>%s</plugins></build>".formatted(String.join("", plugins));
    }

    private static String plugin(String more) {
        return "<plugin>%s%s</plugin>".formatted(PLUGIN, more);
    }

    private static List<String> pushed(Sample sample, String images) {
        return sample.json(images).path("images").findValuesAsText("service");
    }

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void eachPushesTheServicesOfItsOwnConfiguration(MavenInstallation maven) {
        Sample sample = project(
                "executions",
                plugins(plugin(
                        "<extensions>true</extensions><configuration>%s</configuration><executions>%s%s</executions>"
                                .formatted(
                                        REGISTRY,
                                        execution("first", service("api")),
                                        execution("second", service("worker"))))),
                "");

        BuildResult build = MavenBuild.of(sample).with(maven).run("package");

        assertThat(build).succeeded();
        assertThat(pushed(sample, "target/aspire/first/images.json")).containsExactly("api");
        assertThat(pushed(sample, "target/aspire/second/images.json")).containsExactly("worker");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void areSkippedByAPropertyThatIsSetWhenTheModuleIsBuilt(MavenInstallation maven) {
        String flag =
                "<plugin><groupId>org.codehaus.mojo</groupId><artifactId>build-helper-maven-plugin</artifactId><version>3.6.1</version>"
                        + "<executions><execution><phase>validate</phase><goals><goal>bsh-property</goal></goals><configuration>"
                        + "<source>without=String.valueOf(project.getArtifactId().equals(\"api\"));</source>"
                        + "<properties><property>without</property></properties></configuration></execution></executions></plugin>";
        Sample sample = project(
                "late-skip",
                plugins(
                        flag,
                        plugin(
                                "<extensions>true</extensions><configuration>%s<services><javaApp><name>api</name><baseImage>scratch</baseImage></javaApp><javaApp><name>worker</name><baseImage>scratch</baseImage></javaApp></services><skip>${without}</skip></configuration><executions><execution><phase>package</phase><goals><goal>push</goal></goals></execution></executions>"
                                        .formatted(REGISTRY))),
                "");

        BuildResult build = MavenBuild.of(sample).with(maven).run("package");

        assertThat(build).succeeded().prints("Skipped. Left out: api (api skips this goal)");
        assertThat(pushed(sample, "target/aspire/images.json")).containsExactly("worker");
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void haveTextsThatAreSetWhenTheModuleIsBuilt(MavenInstallation maven) {
        String stamp =
                "<plugin><groupId>org.codehaus.mojo</groupId><artifactId>build-helper-maven-plugin</artifactId><version>3.6.1</version>"
                        + "<executions><execution><phase>initialize</phase><goals><goal>bsh-property</goal></goals><configuration>"
                        + "<source>stamp=project.getArtifactId()+\"+7\";</source>"
                        + "<properties><property>stamp</property></properties></configuration></execution></executions></plugin>";
        Sample sample = project(
                "late-texts",
                plugins(
                        stamp,
                        plugin(
                                "<extensions>true</extensions><configuration>%s</configuration><executions><execution><phase>package</phase><goals><goal>push</goal></goals></execution></executions>"
                                        .formatted(REGISTRY))),
                plugins(
                        "<plugin><groupId>io.github.aspirejava</groupId><artifactId>aspire-maven-plugin</artifactId><configuration><services><javaApp><name>api</name><baseImage>scratch</baseImage><tags>${stamp}</tags></javaApp></services></configuration></plugin>"));

        BuildResult build = MavenBuild.of(sample).with(maven).run("package");

        assertThat(build).succeeded();
        assertThat(build.images().at("/images/0/references/0").asText()).endsWith(":api-7");

        assertThat(String.join(
                        "\n",
                        MavenBuild.of(sample).with(maven).run("aspire:push").lines()))
                .contains("if a plugin sets it, run: mvn initialize aspire:push.");
        assertThat(MavenBuild.of(sample).with(maven).run("initialize", "aspire:push"))
                .succeeded();
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void mayStandInTheOnlyModuleThatHasAModel(MavenInstallation maven) {
        Sample sample = project(
                "model-in-a-module",
                "",
                plugins(plugin(
                        "<extensions>true</extensions><configuration>%s%s</configuration><executions>%s</executions>"
                                .formatted(REGISTRY, service("api"), execution("push", "")))));

        assertThat(MavenBuild.of(sample).with(maven).run("package")).succeeded();

        assertThat(sample.directory().resolve("api/target/bundle/index.json")).exists();
        assertThat(pushed(sample, "target/aspire/images.json")).containsExactly("api");
    }

    @Test
    void areReadFromAParentInItsOwnEncoding() throws Exception {
        Sample sample = project(
                "latin-1",
                plugins(plugin(
                        "<configuration>%s<services><javaApp><name>api</name><baseImage>scratch</baseImage></javaApp><javaApp><name>worker</name><baseImage>scratch</baseImage></javaApp></services></configuration>"
                                .formatted(REGISTRY))),
                "");
        Path root = sample.directory().resolve("pom.xml");
        Files.writeString(
                root,
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"
                        + Files.readString(root)
                                .replace("<packaging>", "<description>B\u00fcro</description><packaging>"),
                StandardCharsets.ISO_8859_1);

        Sample api = new Sample("api", sample.directory().resolve("api"));
        BuildResult push = MavenBuild.of(api).run("aspire:push");

        assertThat(push).succeeded();
        assertThat(pushed(api, "target/aspire/images.json")).containsExactly("api");
    }

    @Test
    void letTheMavenThatPackagesHaveALogAndADebuggerOfItsOwn() throws Exception {
        Sample sample = project(
                "log-file",
                plugins(plugin("<configuration>%s%s</configuration>".formatted(REGISTRY, service("api")))),
                "");
        sample.write(".mvn/maven.config", "-l\nbuild.log\n");
        sample.write("api/src/main/java/api/Broken.java", "class Broken {");

        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        BuildResult push = MavenBuild.of(sample)
                .environment(
                        "MAVEN_OPTS", "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port)
                .run("aspire:push");

        assertThat(push.exitCode()).isNotZero();
        assertThat(sample.read("build.log"))
                .contains("The full output is in target/aspire/package.log", "Broken.java:[1,15]");
        assertThat(sample.read("target/aspire/package.log")).contains("Broken.java:[1,15]", "Building api");
    }
}
