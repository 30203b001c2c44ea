package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample fleet with libraries that are missing in some repositories. */
class LibrariesIT {
    private static final List<String> TIMES = List.of("20240101.000000-1", "20240202.000000-2");

    static List<MavenInstallation> mavens() {
        return MavenInstallation.all();
    }

    private static void writeJar(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
                jar.putNextEntry(new ZipEntry("text.txt"));
                jar.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample with(Sample fleet, String module, String dependency) {
        return fleet.replace(module + "/pom.xml", "<dependencies>", "<dependencies>\n" + dependency);
    }

    private static StoredImage image(BuildResult push, String service) {
        return StoredImage.inLayout(push.sample().file("target/bundle"), push.digest(service));
    }

    private static Sample fleetWithSnapshots() throws IOException {
        Sample fleet = Sample.copyOf("fleet");
        // A group of its own, so that no other run has put its jars into the local repository of the tests.
        String group = "com.example.snapshots.r" + System.nanoTime();
        Path folder = fleet.file("repository/" + group.replace('.', '/') + "/moving/1-SNAPSHOT");
        for (String time : TIMES) {
            writeJar(folder.resolve("moving-1-%s.jar".formatted(time)), time);
            Files.writeString(folder.resolve("moving-1-%s.pom".formatted(time)), """
                    <project>
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>%s</groupId><artifactId>moving</artifactId><version>1-SNAPSHOT</version>
                    </project>""".formatted(group));
        }
        fleet.replace(
                "pom.xml",
                "<dependencyManagement>",
                GraphReactor.repository("moving", fleet.file("repository")) + "<dependencyManagement>");
        List<String> modules = List.of("api", "worker");
        for (int i = 0; i < 2; i++) {
            with(
                    fleet,
                    modules.get(i),
                    "<dependency><groupId>%s</groupId><artifactId>moving</artifactId><version>1-%s</version></dependency>"
                            .formatted(group, TIMES.get(i)));
        }
        return fleet;
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void areTheSnapshotsOfTheTimesThatModulesName(MavenInstallation maven) throws IOException {
        Sample fleet = fleetWithSnapshots();

        BuildResult push = MavenBuild.of(fleet).with(maven).intoBundle().run("package", "aspire:push");

        assertThat(push).succeeded();
        List<String> services = List.of("api", "worker");
        for (int i = 0; i < 2; i++) {
            String time = TIMES.get(i);
            assertThat(image(push, services.get(i)).files(name -> name.startsWith("moving-")))
                    .containsExactly(Files.readAllBytes(fleet.file("repository").resolve(movingJar(fleet, time))));
            assertThat(image(push, services.get(i)).files(("moving-1-" + time + ".jar")::equals))
                    .hasSize(1);
        }
    }

    private static Path movingJar(Sample fleet, String time) throws IOException {
        try (var files = Files.walk(fleet.file("repository"))) {
            return files.filter(file -> file.endsWith("moving-1-%s.jar".formatted(time)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @MethodSource("mavens")
    void ofScopeSystemAreInNoImageWhichIsSaidOnceWithTheirLine(MavenInstallation maven) {
        Sample fleet = with(
                Sample.copyOf("fleet"),
                "api",
                "<dependency><groupId>com.example.vendor</groupId><artifactId>driver</artifactId><version>1</version>"
                        + "<scope>system</scope><systemPath>${project.basedir}/driver.jar</systemPath></dependency>");
        writeJar(fleet.file("api/driver.jar"), "driver");
        int line = fleet.lineOf("api/pom.xml", "<artifactId>driver");

        BuildResult push = MavenBuild.of(fleet).with(maven).intoBundle().run("package", "aspire:push");

        assertThat(push).succeeded();
        assertThat(push.lines())
                .filteredOn(text -> text.contains("com.example.vendor:driver:1 ("))
                .singleElement()
                .asString()
                .startsWith("[WARNING] api/pom.xml:%d: com.example.vendor:driver:1 (".formatted(line))
                .contains("driver.jar) is not in the image of 'api'");
        assertThat(image(push, "api").files(name -> name.contains("driver"))).isEmpty();
    }
}
