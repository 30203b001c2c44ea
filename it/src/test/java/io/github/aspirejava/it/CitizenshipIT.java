package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conventions for Maven plugins, and the compatibility with related tools. */
class CitizenshipIT {
    private static final String ESCAPE = "\u001b[";

    /** The page about the build cache extension, which supports Maven 3.9 and 4. */
    private static final String BUILD_CACHE_PAGE = "aspire-maven-plugin/src/site/markdown/build-cache.md";

    private static final String BUILD_CACHE = """
            <extensions>
              <extension>
                <groupId>org.apache.maven.extensions</groupId>
                <artifactId>maven-build-cache-extension</artifactId>
                <version>1.3.0</version>
              </extension>
            </extensions>
            """;

    @ParameterizedTest
    @CsvSource({"1, always", "2, never"})
    void isNotWarnedOfAndLeavesColoursToMaven(int maven, String colour) {
        Sample shop = Sample.copyOf("shop")
                .replace(
                        "pom.xml",
                        "<extensions>true</extensions>",
                        "<extensions>true</extensions><executions><execution><phase>package</phase>"
                                + "<goals><goal>provision</goal><goal>push</goal></goals></execution></executions>");

        BuildResult build = MavenBuild.of(shop)
                .with(MavenInstallation.all().get(maven))
                .intoBundle()
                .property("maven.plugin.validation", "VERBOSE")
                .property("style.color", colour)
                .run("package");

        assertThat(build).succeeded().prints("(push-api) done");
        assertThat(build.lines())
                .filteredOn(line -> line.contains("WARN"))
                .noneMatch(line -> line.contains("aspire-maven-plugin") || line.contains("aspire:"));
        if (colour.equals("never")) {
            assertThat(build.lines()).noneMatch(line -> line.contains(ESCAPE));
        } else {
            assertThat(build.lines()).anyMatch(line -> line.contains(ESCAPE));
            assertThat(build.lines())
                    .filteredOn(line -> line.contains("(push-api) done"))
                    .allMatch(line -> line.lastIndexOf(ESCAPE) < line.indexOf(']', line.indexOf("INFO")) + 1);
        }
    }

    /** Follows the page: the cache is configured to run the goal always, and to restore the classes. */
    @NeedsRegistry
    @Test
    void pushesModulesThatABuildCacheRestores() {
        try (Market market = new Market()) {
            Path cache = Workspace.newDirectory("build-cache");
            market.sample()
                    .write(".mvn/extensions.xml", BUILD_CACHE)
                    .write(
                            ".mvn/maven-build-cache-config.xml",
                            Readme.snippets(BUILD_CACHE_PAGE, "<cache").get(0));
            MavenBuild build = market.build()
                    .with(MavenInstallation.all().get(1))
                    .property("maven.build.cache.location", cache.toString());
            BuildResult first = build.run("-pl", "stock", "-am", "deploy");
            assertThat(first).succeeded();
            delete(market.sample().file("stock/target"));
            market.proxy().forgetRequests();

            BuildResult second = build.run("-pl", "stock", "-am", "deploy");

            assertThat(second)
                    .succeeded()
                    .prints("Found cached build, restoring com.example.market:stock from cache")
                    .prints("Skipping plugin execution (cached): compiler:compile");
            assertThat(second.digest("stock")).isEqualTo(first.digest("stock"));
            assertThat(market.proxy().requests()).anyMatch(Market.requestsOf("stock"));
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares two builds of the same sources, which could differ in times, the order of the files, and the user. */
    @Test
    void isAJarThatAnybodyCanBuildAgain() throws IOException {
        Path jar = Workspace.target("m2/io/github/aspirejava/aspire-maven-plugin/0.1.0-SNAPSHOT")
                .resolve("aspire-maven-plugin-0.1.0-SNAPSHOT.jar");
        LocalDateTime outputTimestamp = LocalDateTime.parse("2026-11-23T00:00:00");

        try (JarFile opened = new JarFile(jar.toFile())) {
            List<String> files = opened.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            assertThat(files).isNotEmpty().isSorted();
            assertThat(opened.stream()).allMatch(entry -> entry.getTimeLocal().equals(outputTimestamp));
            assertThat(opened.getManifest().getMainAttributes().keySet())
                    .extracting(Object::toString)
                    .doesNotContain("Built-By", "Build-Jdk", "Bnd-LastModified", "Build-Time");
        }
    }
}
