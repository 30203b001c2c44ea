package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES = List.of("registry-endpoint", "docker", "acr", "Frontend");

    @ParameterizedTest
    @CsvSource({
        "dokcer, docker",
        "DOCKER, docker",
        "frontend, Frontend",
        "registryEndpoint, registry-endpoint",
        "endpoint-registry, ",
        "ac, acr",
        "a, ",
        "xcx, ",
        "dockers, docker",
        "somewhere, "
    })
    void differsLittle(String name, String nearest) {
        if (nearest == null) {
            assertThat(NearestName.of(name, NAMES)).isEmpty();
        } else {
            assertThat(NearestName.of(name, NAMES)).contains(nearest);
        }
    }

    @ParameterizedTest
    @CsvSource({"args, tags", "user, server", "port, root", "env, environment", "run, pull", "image, name"})
    void isNoneThatOnlyLooksLikeIt(String name, String known) {
        assertThat(NearestName.of(name, List.of(known))).isEmpty();
    }

    @Test
    void isTheOneWithTwoCharactersExchanged() {
        assertThat(NearestName.of("tgas", List.of("tags", "load"))).contains("tags");
        assertThat(NearestName.of("wroker", List.of("worker"))).contains("worker");
    }

    @Test
    void isTheFirstByNameOfSeveralThatAreEquallyNear() {
        assertThat(NearestName.of("api", List.of("apo", "app", "apa"))).contains("apa");
    }

    @Test
    void isNoneIfThereAreNoNames() {
        assertThat(NearestName.of("api", List.of())).isEmpty();
    }
}
