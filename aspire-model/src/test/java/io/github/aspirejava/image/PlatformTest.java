package io.github.aspirejava.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "linux/amd64,     linux/amd64",
        "Linux/X86_64,    linux/amd64",
        "linux/aarch64,   linux/arm64",
        "linux/arm64/v8,  linux/arm64/v8",
        "windows/amd64,   windows/amd64",
    })
    void readsAndWrites(String text, String written) {
        assertThat(Platform.parse(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linux", "linux/", "/amd64", "linux/amd64/", "linux/amd64/v1/x", "linux/amd 64"})
    void saysWhatAPlatformIs(String text) {
        assertThatThrownBy(() -> Platform.parse(text))
                .isInstanceOf(GrammarException.class)
                .hasMessageContaining(". Write ")
                .hasMessageContaining("linux/amd64 or linux/arm64");
    }

    @ParameterizedTest
    @CsvSource({
        "linux/arm64,    linux/arm64/v8, true",
        "linux/arm64/v8, linux/arm64,    true",
        "linux/arm/v6,   linux/arm/v7,   false",
        "linux/amd64,    linux/arm64,    false",
        "linux/amd64,    windows/amd64,  false",
    })
    void acceptsWhatRunsThere(String here, String image, boolean accepted) {
        assertThat(Platform.parse(here).accepts(Platform.parse(image))).isEqualTo(accepted);
    }
}
