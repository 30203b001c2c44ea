package io.github.aspirejava.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputTimestampTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-01-01T02:00:00+02:00, 2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00.999Z, 2026-01-01T00:00:00Z",
        "1767225600, 2026-01-01T00:00:00Z",
    })
    void isReadAsMavensOwnPluginsReadIt(String text, Instant expected) {
        assertThat(OutputTimestamp.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", " "})
    void isNoneWhereReproducibleBuildsAreSwitchedOff(String text) {
        assertThat(OutputTimestamp.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "${git.commit.time}",
                "2026-01-01",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:00+0200",
                "99999999999999999999",
                "1767225600000"
            })
    void saysWhatToWriteInsteadOfWhatIsNoTime(String text) {
        assertThatThrownBy(() -> OutputTimestamp.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "project.build.outputTimestamp is '%s', which is not a time. Write a time such as 2026-01-31T12:00:00Z, or seconds since 1970; git log -1 --format=%%cI prints the time of the last commit",
                        text);
    }
}
