package io.github.aspirejava.oci.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
    @Test
    void readsTheParametersOfABearerChallenge() {
        assertThat(
                        Challenge.parse(
                                List.of(
                                        "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\",scope=\"repository:a/b:pull,push\"")))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of(
                                "realm", "https://auth.docker.io/token",
                                "service", "registry.docker.io",
                                "scope", "repository:a/b:pull,push")));
    }

    @Test
    void tellsSeveralChallengesOfOneHeaderApart() {
        assertThat(Challenge.parse(List.of("Basic realm=\"a \\\"b\\\"\", Bearer realm=c")))
                .containsExactly(
                        new Challenge("basic", Map.of("realm", "a \"b\"")),
                        new Challenge("bearer", Map.of("realm", "c")));
    }

    @Test
    void readsSeveralHeaders() {
        assertThat(Challenge.parse(List.of("Negotiate", "BASIC realm=\"x\"")))
                .extracting(Challenge::scheme)
                .containsExactly("negotiate", "basic");
    }

    @Test
    void stopsWhereAHeaderMakesNoSense() {
        assertThat(Challenge.parse(List.of("", "\"\"", "= =", "Basic realm=\"unfinished")))
                .containsExactly(new Challenge("basic", Map.of()));
    }
}
