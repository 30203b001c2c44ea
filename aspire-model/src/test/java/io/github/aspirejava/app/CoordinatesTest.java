package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aspirejava.image.GrammarException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
    @Test
    void haveThreePartsAndMayHaveAClassifier() {
        assertThat(Coordinates.parse("com.example:tool:1.0-SNAPSHOT"))
                .isEqualTo(new Coordinates("com.example", "tool", "1.0-SNAPSHOT", ""))
                .hasToString("com.example:tool:1.0-SNAPSHOT");
        assertThat(Coordinates.parse("com.example:tool:1.0:exec"))
                .isEqualTo(new Coordinates("com.example", "tool", "1.0", "exec"))
                .hasToString("com.example:tool:1.0:exec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tool",
                "com.example:tool",
                "com.example:tool:1.0:exec:more",
                ":tool:1.0",
                "com.example::1.0",
                "com.example:tool:1.0:",
                "com example:tool:1.0",
                "com/example:tool:1.0",
                "com.example:tool:1.0:e/xec"
            })
    void thatAreNoneSayWhatToWrite(String text) {
        assertThatThrownBy(() -> Coordinates.parse(text))
                .isInstanceOf(GrammarException.class)
                .hasMessage(
                        "'%s' does not name an artifact. Write group:artifact:version, such as com.example:tool:1.0."
                                .formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LATEST", "RELEASE", "[1.0,2.0)", "1.0,1.1"})
    void areOfOneVersion(String version) {
        assertThatThrownBy(() -> Coordinates.parse("com.example:tool:" + version))
                .isInstanceOf(GrammarException.class)
                .hasMessage(
                        "'%s' is not one version. Write the version that is to be run, such as com.example:tool:1.0."
                                .formatted(version));
    }
}
