package io.github.aspirejava.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildResultAssertTest {

    private static BuildResult failedWith(String... lines) {
        return new BuildResult(new Sample("shop", Path.of("shop")), "mvn aspire:push", 1, List.of(lines));
    }

    @Test
    void acceptsOneErrorAtItsLineWithItsWords() {
        BuildResult result = failedWith("[INFO] building", "[ERROR] pom.xml:12: no registry `a`. Did you mean `b`?");

        assertThat(result).failed().hasOneErrorIn(12, 12, List.of("`a`", "`b`"));
    }

    @Test
    void refusesAnErrorThatIsPrintedTwice() {
        BuildResult result = failedWith("[ERROR] pom.xml:12: no registry", "[ERROR] failed: pom.xml:12: no registry");

        assertThatThrownBy(() -> assertThat(result).hasOneErrorIn(12, 12, List.of()))
                .hasMessageContaining("found 2");
    }

    @Test
    void refusesAnErrorAtAnotherLine() {
        BuildResult result = failedWith("[ERROR] pom.xml:13: no registry");

        assertThatThrownBy(() -> assertThat(result).hasOneErrorIn(10, 12, List.of()))
                .hasMessageContaining("pom.xml:10 to 12");
    }

    @Test
    void refusesAnErrorInThePomOfAModule() {
        BuildResult result = failedWith("[ERROR] api/pom.xml:12: no registry");

        assertThatThrownBy(() -> assertThat(result).hasOneErrorIn(12, 12, List.of()))
                .hasMessageContaining("found 0");
    }

    @Test
    void refusesAnErrorWithoutOneOfTheWords() {
        BuildResult result = failedWith("[ERROR] pom.xml:12: no registry");

        assertThatThrownBy(() -> assertThat(result).hasOneErrorIn(12, 12, List.of("bundle")))
                .hasMessageContaining("bundle");
    }

    @Test
    void refusesAStackTrace() {
        BuildResult result = failedWith("java.lang.IllegalStateException", "\tat io.github.aspirejava.Some.method");

        assertThatThrownBy(() -> assertThat(result).hasNoStackTrace()).hasMessageContaining("no stack trace");
    }

    @Test
    void showsTheOutputOfABuildThatFailed() {
        BuildResult result = failedWith("[ERROR] the reason");

        assertThatThrownBy(() -> assertThat(result).succeeded())
                .hasMessageContainingAll("exit code 0", "mvn aspire:push", "[ERROR] the reason");
    }
}
