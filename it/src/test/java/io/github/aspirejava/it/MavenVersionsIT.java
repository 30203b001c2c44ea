package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same push by each supported Maven. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MavenVersionsIT {
    private List<String> digestsOfTheRunningMaven = List.of();

    @BeforeAll
    void pushByTheRunningMaven() {
        digestsOfTheRunningMaven = push(MavenInstallation.running());
    }

    static List<MavenInstallation> otherMavens() {
        return MavenInstallation.all().subList(1, 3);
    }

    @ParameterizedTest
    @MethodSource("otherMavens")
    void pushesTheSameImages(MavenInstallation maven) {
        assertThat(push(maven)).isEqualTo(digestsOfTheRunningMaven);
    }

    private static List<String> push(MavenInstallation maven) {
        BuildResult result =
                MavenBuild.of(Sample.copyOf("shop")).with(maven).intoBundle().run("package", "aspire:push");
        assertThat(result).as(maven.name()).succeeded().doesNotPrint("is unknown for plugin");
        return List.of(result.digest("api"), result.digest("worker"));
    }
}
