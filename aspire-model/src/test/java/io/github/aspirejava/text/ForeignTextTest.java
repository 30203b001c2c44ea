package io.github.aspirejava.text;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {
    @Test
    void aLineHasNoBreaksOfAnyKind() {
        assertThat(ForeignText.line(" a\nb\r\nc\u0085d\u2028e\u2029f\u000Bg\fh \t i "))
                .isEqualTo("a b c d e f g h i");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001B[31mb",
                "a\u001B]0;title\u0007b",
                "a\u001B]52;c;ZXZpbA==\u001B\\b",
                "a\u009B31mb",
                "a\u009Dtitle\u009Cb",
                "a\u001BPq#0\u001B\\b",
                "a\u001B(Bb",
                "a\u001Bcb",
                "a\u0000b",
                "a\u007Fb",
                "a\u202Eb",
                "a\u2066b",
                "a\u200Bb",
                "a\uFEFFb",
                "a\uD800b",
                "a\uDB40\uDC41b"
            })
    void commandsOfTerminalsAndInvisibleCharactersVanish(String text) {
        assertThat(ForeignText.line(text)).isEqualTo("ab");
        assertThat(ForeignText.lines(text)).isEqualTo("ab");
    }

    @Test
    void anUnfinishedCommandOfATerminalHidesNothing() {
        assertThat(ForeignText.lines("a\u001B]0;title\nb")).isEqualTo("a0;title\nb");
        assertThat(ForeignText.lines("a\u0090title")).isEqualTo("atitle");
        assertThat(ForeignText.lines("a\u001B")).isEqualTo("a");
        assertThat(ForeignText.lines("a\u001B[12")).isEqualTo("a12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B", "\u009B", "\u001B[", "\u001B[1;", "\u0090", "\u001B]"})
    void anUnfinishedCommandOfAQuotedTextLeavesTheSentenceAroundIt(String end) {
        String shown = ForeignText.line("'%s' is not a tag. Write one".formatted("x" + end));

        assertThat(shown).startsWith("'x").endsWith("' is not a tag. Write one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "##vso[task.prependpath]/tmp | # #vso[task.prependpath]/tmp",
                "text ##[error]x | text # #[error]x",
                "####[group]x | ### #[group]x",
                "##teamcity[buildStatus x] | # #teamcity[buildStatus x]",
                "#\u200B#vso[x]y | # #vso[x]y",
                "::set-output name=a::b | : :set-output name=a::b",
                "::error::x | : :error::x",
                "::error file=pom.xml::x | : :error file=pom.xml::x",
                "[::1]:5000 refuses | [::1]:5000 refuses",
                "java.lang.String::length | java.lang.String::length",
                "## Heading | ## Heading"
            })
    void noTextIsACommandOfABuildServer(String text, String shown) {
        assertThat(ForeignText.line(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://bob:pw@host:1/x | http://host:1/x",
                "https://a@b@host refuses | https://host refuses",
                "ssh://me@host ssh://me:pw@host | ssh://me@host ssh://host",
                "see https://host/x@y | see https://host/x@y",
                "no token eyJhbGciOiJub25l.eyJzdWIi.x here | no token *** here",
                "got Authorization: Basic Ym9iOmh1bnRlcjI= | got Authorization: Basic ***",
                "Bearer realm=\"https://a\" | Bearer realm=\"https://a\"",
                "basic authentication fails | basic authentication fails"
            })
    void credentialsThatATextQuotesAreNotShown(String text, String shown) {
        assertThat(ForeignText.line(text)).isEqualTo(shown);
    }

    @Test
    void aLineHasALimit() {
        assertThat(ForeignText.line("x".repeat(1_000_000))).hasSize(2000).endsWith("x…");
        assertThat(ForeignText.line("x".repeat(2000))).hasSize(2000).endsWith("xx");
        assertThat(ForeignText.line("x\uD83D\uDE00".repeat(5), 6)).isEqualTo("x\uD83D\uDE00x…");
        assertThat(ForeignText.lines("y".repeat(3000) + "\n  z").lines().map(String::length))
                .containsExactly(2000, 3);
    }

    @Test
    void severalLinesKeepTheirBreaksAndIndentation() {
        assertThat(ForeignText.lines("a\r\n  b\tc\n\n::error::d")).isEqualTo("a\n  b\tc\n\n: :error::d");
    }

    @Test
    void nullIsNoText() {
        assertThat(ForeignText.line(null)).isEmpty();
        assertThat(ForeignText.lines(null)).isEmpty();
    }

    @Test
    void theTimeIsLinear() {
        for (String part : List.of(
                "##",
                "://",
                "://a",
                "::a",
                "eyJ",
                "a ",
                "\u001B",
                "Basic a",
                "\u009D",
                "\u001B]",
                "\u001B]\u001B",
                "Bearer ")) {
            assertTimeoutPreemptively(ofSeconds(5), () -> {
                ForeignText.line(part.repeat(500_000));
                ForeignText.lines(part.repeat(500_000));
            });
        }
    }
}
