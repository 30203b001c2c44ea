package io.github.aspirejava.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The substitution of variables, by cases of the kinds that BuildKit tests. */
class ShellWordsTest {
    private static final Map<String, String> VARIABLES =
            Map.of("DIR", "/data", "EMPTY", "", "KIND", "slim", "LANDSCAPE", "größe", "FILE", "lib.tar.gz");

    private static String read(String text) {
        return ShellWords.read(text, '\\', VARIABLES).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "word|word",
                "wo'r'd|word",
                "wo\\'rd|wo'rd",
                "a\\tb|atb",
                "\"a\\tb\"|a\\tb",
                "\"a\\\\tb\"|a\\tb",
                "'a\\tb'|a\\tb",
                "word\\|word",
                "word\\\\|word\\",
                "\"wo'r'd\"|wo'r'd",
                "'\"word\"'|\"word\"",
                "\"''\"|''",
                "$.|$.",
                "a$1b|ab",
                "a$.b|a$.b",
                "a$dir.|a.",
                "a$DIR|a/data",
                "a\\$DIR|a$DIR",
                "a\\\\$DIR|a\\/data",
                "'$DIR'|$DIR",
                "\"$DIR\"|/data",
                "\"'$DIR'\"|'/data'",
                "\\${}|${}",
                "a${DIR}b|a/datab",
                "a${NONE}b|ab",
                "a${NONE:-0}b|a0b",
                "a${NONE-0}b|a0b",
                "a${EMPTY:-0}b|a0b",
                "a${EMPTY-0}b|ab",
                "a${DIR:-0}b|a/datab",
                "a${NONE:-$DIR}b|a/datab",
                "a${NONE:-${OTHER:-x}}b|axb",
                "a${NONE:-${DIR:-x}}b|a/datab",
                "a${DIR:+0}b|a0b",
                "a${NONE:+0}b|ab",
                "a${EMPTY:+0}b|ab",
                "a${EMPTY+0}b|a0b",
                "a${DIR:+${KIND}:}b|aslim:b",
                "a${DIR?}b|a/datab",
                "a${NONE:-\\$DIR:}b|a$DIR:b",
                "${NONE:-a {b}|a {b",
                "${NONE}}|}",
                "${DIR}:${KIND}|/data:slim",
                "$LANDSCAPE|größe",
                "gr'ö'ße|größe",
                "${1:-x}|x",
                "$999a|a",
                "$@@@|@@",
                "$$|",
                "${FILE%.*}|lib.tar",
                "${FILE%%.*}|lib",
                "${FILE#*.}|tar.gz",
                "${FILE##*.}|gz",
                "${FILE#x}|lib.tar.gz",
            })
    void substitutesAsBuildKitDoes(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wo'rd",
                "\"word",
                "\"word\\\"",
                "'word",
                "${}",
                "a${}b",
                "${.}",
                "${DIR",
                "${{DIR}",
                "${NONE:x}",
                "${NONE?}",
                "${NONE:?}",
                "${EMPTY:?}",
                "${DIR:=0}",
                "${NONE:-b",
                "${:-b}",
            })
    void refusesWhatIsNoSubstitution(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesVariablesWithoutAValueIfThatIsAskedFor() {
        assertThat(ShellWords.readKnown("$DIR/${NONE}/$NONE/${NONE:-x}", '\\', VARIABLES)
                        .text())
                .isEqualTo("/data/${NONE}/$NONE/${NONE:-x}");
    }

    @Test
    void escapesByTheSignOfTheFile() {
        assertThat(ShellWords.read("C:\\data`$DIR", '`', VARIABLES).text()).isEqualTo("C:\\data$DIR");
    }

    @Test
    void splitsAtSpacesOutsideOfQuotes() {
        assertThat(ShellWords.split("A=1 B='2 3' C=\"4 5\" D=6\\ 7").words())
                .containsExactly("A=1", "B='2 3'", "C=\"4 5\"", "D=6\\ 7");
    }
}
