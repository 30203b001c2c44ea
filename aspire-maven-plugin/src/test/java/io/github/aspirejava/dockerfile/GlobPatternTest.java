package io.github.aspirejava.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {
    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "*, a, true",
        "*, a/b, false",
        "**, a/b, true",
        "**/b, b, true",
        "**/b, a/a/b, true",
        "**/b, ab, false",
        "a**b, ab, true",
        "a**b, a/b, true",
        "a**b, ax/b, true",
        "a/**/b, a/b, true",
        "a/**/b, a/x/y/b, true",
        "?, /, false",
        "[ab]c, bc, true",
        "[^ab]c, bc, false",
        "[a-c]x, bx, true",
        "\\*, *, true",
        "\\*, a, false",
        "*.md, .md, true",
        "a*b*c, axxbyyc, true",
        "a*b*c, axxbyy, false"
    })
    void matchesLikeDocker(String pattern, String path, boolean matches) {
        assertThat(GlobPattern.parse(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void takesNoLongerForPatternsThatMatchInManyWays() {
        assertThat(GlobPattern.parse("*a".repeat(500) + "b").matches("a".repeat(5_000)))
                .isFalse();
        assertThat(GlobPattern.parse("**/".repeat(500) + "b").matches("a/".repeat(2_000)))
                .isFalse();
    }

    @Test
    void refusesABracketThatIsNotClosed() {
        assertThatThrownBy(() -> GlobPattern.parse("[a")).isInstanceOf(PatternSyntaxException.class);
    }
}
