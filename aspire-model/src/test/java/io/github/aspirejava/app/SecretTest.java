package io.github.aspirejava.app;

import static io.github.aspirejava.TestModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void isNeverShown() {
        assertThat(new Secret("hunter2")).hasToString("***");
        assertThat(new Parameter("token", Origin.NONE, Optional.of(new Secret("hunter2")), "", true, "").toString())
                .doesNotContain("hunter2");
    }

    @Test
    void doesNotShowInTheResourcesThatUseIt() {
        AppModel model = model().secretParameter("token", "hunter2")
                .containerRegistryWithPassword("docker", "{token}")
                .build();

        assertThat(model.registries().toString()).contains("{token}").doesNotContain("hunter2");
        assertThat(model.parameters().toString()).doesNotContain("hunter2");
    }

    @Test
    void isWhatItHides() {
        assertThat(new Secret("hunter2").reveal()).isEqualTo("hunter2");
        assertThat(new Secret("hunter2")).isEqualTo(new Secret("hunter2")).hasSameHashCodeAs(new Secret("hunter2"));
        assertThat(new Secret("hunter2")).isNotEqualTo(new Secret("hunter3"));
    }
}
