package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goals and options of Maven's command line, with an image layout as the registry. */
class CommandsIT {
    private static Sample shop;

    @BeforeAll
    static void copyOnce() {
        shop = Sample.copyOf("shop");
    }

    private static MavenBuild build() {
        return MavenBuild.of(shop).intoBundle();
    }

    @Test
    void helpNamesTheGoals() {
        assertThat(build().run("-N", "aspire:help"))
                .succeeded()
                .prints("aspire:push")
                .prints("aspire:build-images");
    }

    @Test
    void buildsOnceForTwoGoals() {
        BuildResult result = build().run("package", "aspire:build-images", "aspire:push");

        assertThat(result).succeeded();
        assertThat(result.lines())
                .filteredOn(line -> line.contains("(build-api) done"))
                .hasSize(1);
        assertThat(result.lines())
                .filteredOn(line -> line.contains("(build-worker) done"))
                .hasSize(1);
        assertThat(result.digest("api")).startsWith("sha256:");
    }

    @Test
    void pushesOffline() {
        // Maven has to resolve everything once before.
        assertThat(build().run("clean", "package", "aspire:push")).succeeded();

        assertThat(build().run("--offline", "clean", "package", "aspire:push")).succeeded();
    }

    @Test
    void isQuietOnSuccess() {
        BuildResult result = build().run("--quiet", "package", "aspire:push");

        assertThat(result).succeeded();
        // Some Mavens reset the colors even if the output is not a terminal.
        assertThat(result.lines())
                .map(line -> line.replaceAll("\\e\\[\\d*m", ""))
                .allMatch(String::isBlank);
    }
}
