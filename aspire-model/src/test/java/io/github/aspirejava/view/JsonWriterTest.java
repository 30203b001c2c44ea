package io.github.aspirejava.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void escapesWhatRfc8259DemandsAndWhatCannotBeSeen() {
        assertThat(JsonWriter.pretty("a\"b\\c\nd\re\tf\u0000g\u001fh/ü\u2028\u202e\u009b"))
                .isEqualTo("\"a\\\"b\\\\c\\nd\\re\\tf\\u0000g\\u001fh/ü\\u2028\\u202e\\u009b\"\n");
    }

    @Test
    void keepsCharactersOfTwoUnitsAndEscapesHalfOnes() {
        assertThat(JsonWriter.pretty("\ud83d\udce6 \ud83d \udce6")).isEqualTo("\"\ud83d\udce6 \\ud83d \\udce6\"\n");
        assertThat(JsonWriter.pretty("\ud83d")).isEqualTo("\"\\ud83d\"\n");
    }

    @Test
    void writesEmptyObjectsAndArrays() {
        assertThat(JsonWriter.pretty(Map.of())).isEqualTo("{}\n");
        assertThat(JsonWriter.pretty(List.of())).isEqualTo("[]\n");
    }

    @Test
    void writesPlainArraysInALineAndOthersIndented() {
        assertThat(JsonWriter.pretty(List.of(1, 2L, true, "x"))).isEqualTo("[1, 2, true, \"x\"]\n");
        assertThat(JsonWriter.pretty(List.of(Map.of("a", List.of()), List.of(1))))
                .isEqualTo("""
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
        assertThatThrownBy(() -> JsonWriter.pretty(1.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
