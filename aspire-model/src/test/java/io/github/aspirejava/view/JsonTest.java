package io.github.aspirejava.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void escapesWhatRfc8259Demands() {
        assertThat(Json.pretty("a\"b\\c\nd\re\tf\u0000g\u001fh/ü\u2028"))
                .isEqualTo("\"a\\\"b\\\\c\\nd\\re\\tf\\u0000g\\u001fh/ü\u2028\"\n");
    }

    @Test
    void keepsCharactersOfTwoUnitsAndEscapesHalfOnes() {
        assertThat(Json.pretty("\ud83d\udce6 \ud83d \udce6")).isEqualTo("\"\ud83d\udce6 \\ud83d \\udce6\"\n");
        assertThat(Json.pretty("\ud83d")).isEqualTo("\"\\ud83d\"\n");
    }

    @Test
    void writesEmptyObjectsAndArrays() {
        assertThat(Json.pretty(Map.of())).isEqualTo("{}\n");
        assertThat(Json.pretty(List.of())).isEqualTo("[]\n");
    }

    @Test
    void writesPlainArraysInALineAndOthersIndented() {
        assertThat(Json.pretty(List.of(1, 2L, true, "x"))).isEqualTo("[1, 2, true, \"x\"]\n");
        assertThat(Json.pretty(List.of(Map.of("a", List.of()), List.of(1)))).isEqualTo("""
                        [
                          {
                            "a": []
                          },
                          [1]
                        ]
                        """);
    }

    @Test
    void refusesWhatItHasNoFormFor() {
        assertThatThrownBy(() -> Json.pretty(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
