package io.github.aspirejava.oci.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutReferenceTest {
    private static final Path BASE = Path.of("project").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "oci:bundle,                 bundle,          ",
        "oci:bundle:api:1.0,         bundle,          api:1.0",
        "oci:target/bundle:17-jre,   target/bundle,   17-jre",
    })
    void readsAPathAndAName(String text, String path, String name) {
        assertThat(LayoutReference.parse(text, BASE))
                .isEqualTo(new LayoutReference(BASE.resolve(path), Optional.ofNullable(name)));
    }

    @Test
    void takesADriveLetterForPartOfThePath() {
        assertThat(LayoutReference.parse("oci:C:\\layouts\\base:17", BASE).name())
                .contains("17");
        assertThat(LayoutReference.parse("oci:c:/layouts/base", BASE).name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oci:", "oci::name", "redis:7", "oci:path:"})
    void refusesWhatHasNotTheForm(String text) {
        assertThatThrownBy(() -> LayoutReference.parse(text, BASE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Write oci:PATH");
    }
}
