package io.github.aspirejava.maven.pom;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration in the notation of Docker's commands, such as {@code 1m30s}. */
final class DurationText {
    private static final Pattern NOTATION =
            Pattern.compile("(?=\\d)(?:(\\d{1,5})h)?(?:(\\d{1,5})m(?!s))?(?:(\\d{1,5})s)?(?:(\\d{1,6})ms)?");

    private DurationText() {}

    /** Returns the duration, which is longer than zero; empty if the text is not one. */
    static Optional<Duration> parse(String text) {
        Matcher parts = NOTATION.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Duration duration = Duration.ofHours(number(parts, 1))
                .plusMinutes(number(parts, 2))
                .plusSeconds(number(parts, 3))
                .plusMillis(number(parts, 4));
        return Optional.of(duration).filter(time -> !time.isZero());
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
