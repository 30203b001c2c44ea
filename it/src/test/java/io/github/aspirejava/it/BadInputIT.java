package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The message for a user's mistake: one line with its position and its remedy. */
class BadInputIT {
    private static final String SECRET = "correct-horse-battery-staple";

    static List<BadInput> mistakes() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isToldInOneLineWithItsPosition(BadInput mistake) {
        Sample shop = Sample.copyOf("shop");
        mistake.change().accept(shop);
        MavenBuild build = build(shop).intoBundle();
        mistake.properties().forEach(build::property);

        BuildResult push = build.run("aspire:push");

        assertFailsCleanly(push);
        assertThat(push)
                .hasOneErrorIn(
                        shop.lineOf(BadInput.POM, mistake.firstLine()),
                        shop.lineOf(BadInput.POM, mistake.lastLine()),
                        mistake.words());
    }

    @Test
    void aRegistryThatRefusesTheConnectionIsNamed() {
        // No server listens on port 1, and none can without root privileges.
        BuildResult push = build(Sample.copyOf("shop"))
                .property("aspire.parameters.registry-endpoint", "127.0.0.1:1")
                .run("aspire:push");

        assertFailsCleanly(push);
        assertThat(push).hasErrorWith(List.of("login-to-registry", "127.0.0.1:1"));
    }

    @Test
    void aParameterWithoutAValueIsNamedWithEachWayToSetIt() {
        BuildResult push = build(Sample.copyOf("shop")).run("aspire:push");

        assertFailsCleanly(push);
        assertThat(push)
                .hasErrorWith(List.of("registry-endpoint"))
                .prints("-Daspire.parameters.registry-endpoint")
                .prints("Parameters__registry_endpoint");
    }

    private static MavenBuild build(Sample shop) {
        return MavenBuild.of(shop)
                .property("aspire.registry.registry.username", "somebody")
                .property("aspire.registry.registry.password", SECRET);
    }

    private static void assertFailsCleanly(BuildResult push) {
        assertThat(push).failed().hasNoStackTrace().doesNotPrint(SECRET);
        assertThat(temporaryFiles(push.sample().directory())).isEmpty();
    }

    private static List<Path> temporaryFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
