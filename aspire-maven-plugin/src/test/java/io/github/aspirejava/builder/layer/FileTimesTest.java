package io.github.aspirejava.builder.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aspirejava.image.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileTimesTest {
    private static final Instant TIMESTAMP = Instant.parse("2026-03-01T12:00:00Z");

    private static Digest content(int number) {
        return Digest.of(("page " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static FileTimes at(Instant timestamp) {
        return new FileTimes(Optional.of(timestamp));
    }

    private static FileTimes undated() {
        return new FileTimes(Optional.empty());
    }

    @Test
    void areThoseOfTheContentAndOfNothingElse() {
        assertThat(undated().of(content(1))).isEqualTo(undated().of(content(1))).isEqualTo("1990-07-13T06:50:19Z");
        assertThat(at(TIMESTAMP).of(content(1)))
                .isEqualTo(at(TIMESTAMP).of(content(1)))
                .isEqualTo("2026-03-01T11:01:31Z");
    }

    @Test
    void differWhereContentDiffers() {
        Set<Instant> times = new HashSet<>();
        for (int page = 0; page < 1_000; page++) {
            times.add(undated().of(content(page)));
        }

        assertThat(times).hasSize(1_000);
        assertThat(at(TIMESTAMP).of(content(1))).isNotEqualTo(at(TIMESTAMP).of(content(2)));
    }

    @Test
    void areNotLaterThanTheTimestampAndNoneIsAnHourEarlier() {
        for (int page = 0; page < 10_000; page++) {
            assertThat(at(TIMESTAMP).of(content(page))).isBetween(TIMESTAMP.minusSeconds(3599), TIMESTAMP);
            assertThat(undated().of(content(page))).isBetween("1982-12-26T00:00:00Z", "2000-01-01T00:00:00Z");
        }
    }

    @Test
    void areLaterWhereTheTimestampIsAnHourLaterWhateverTheContent() {
        for (int page = 0; page < 1_000; page++) {
            assertThat(at(TIMESTAMP.plusSeconds(3600)).of(content(page + 1)))
                    .isAfter(at(TIMESTAMP).of(content(page)));
        }
    }

    @Test
    void areWholeSeconds() {
        assertThat(at(TIMESTAMP.plusMillis(900)).of(content(1)))
                .isEqualTo(at(TIMESTAMP).of(content(1)));
    }

    @Test
    void areNeverZeroWhichSomeToolsTakeForNone() {
        for (int page = 0; page < 100; page++) {
            assertThat(at(Instant.ofEpochSecond(10)).of(content(page)).getEpochSecond())
                    .isBetween(1L, 10L);
        }
    }
}
