package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParameterTest {
    private final Parameter parameter =
            new Parameter("registry-endpoint", Origin.NONE, Optional.empty(), "", false, "");

    @Test
    void isSetByAspiresEnvironmentVariable() {
        assertThat(parameter.environmentVariable()).isEqualTo("Parameters__registry_endpoint");
    }

    @Test
    void isSetByAPropertyOfItsName() {
        assertThat(parameter.property()).isEqualTo("aspire.parameters.registry-endpoint");
    }
}
