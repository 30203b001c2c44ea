package io.github.aspirejava.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
    @ParameterizedTest
    @ValueSource(strings = {"latest", "1.0-SNAPSHOT", "v1", "_x", "A.b-c_d", "1"})
    void takesNamesOfTheGrammar(String name) {
        assertThatCode(() -> new Tag(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'my tag',    my-tag",
        "'1.0 ',      1.0",
        "1.0+build.5, 1.0-build.5",
        "feature/x,   feature-x",
        ".hidden,     hidden",
        "-x,          x",
        "'/x',        x",
        "ümlaut,      mlaut",
    })
    void offersTheNearestName(String name, String corrected) {
        assertThatThrownBy(() -> new Tag(name))
                .isInstanceOf(GrammarException.class)
                .hasMessage(
                        "'%s' is not a tag. Write %s: a tag has at most 128 letters, digits, '_', '.' and '-'.",
                        name, corrected);
        assertThatCode(() -> new Tag(corrected)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "///", "@"})
    void onlySaysTheRuleWhereNothingIsNear(String name) {
        assertThatThrownBy(() -> new Tag(name))
                .isInstanceOf(GrammarException.class)
                .hasMessage(
                        "'%s' is not a tag. A tag has 1 to 128 letters, digits, '_', '.' and '-',"
                                + " and starts with neither of the last two.",
                        name);
    }

    @Test
    void hasAHyphenForThePlusOfAVersion() {
        assertThat(Tag.of("1.2.0+45.g1f3")).isEqualTo(new Tag("1.2.0-45.g1f3"));
        assertThatThrownBy(() -> Tag.of("a b")).isInstanceOf(GrammarException.class);
    }

    @Test
    void cutsATagThatIsTooLong() {
        assertThatCode(() -> new Tag("x".repeat(128))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Tag("x".repeat(129)))
                .isInstanceOfSatisfying(
                        GrammarException.class, e -> assertThat(e.fix()).contains("Write " + "x".repeat(128) + ": "));
    }
}
