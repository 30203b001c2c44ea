package io.github.aspirejava.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The timestamp of a project's outputs, as <a
 * href="https://maven.apache.org/guides/mini/guide-reproducible-builds.html">reproducible builds</a> with Maven define
 * it.
 */
public final class OutputTimestamp {
    /** The property from which Maven's own plugins read the timestamp. */
    public static final String PROPERTY = "project.build.outputTimestamp";

    /** The latest time that timestamp formats can represent. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private OutputTimestamp() {}

    /**
     * Parses the value of the property: an ISO 8601 time with its offset, or seconds since the epoch.
     *
     * @return the time in whole seconds; empty if the text is empty or a single character, which disables reproducible
     *     builds
     * @throws IllegalArgumentException if the text has any other form
     */
    public static Optional<Instant> parse(String text) {
        String time = text.strip();
        if (time.length() < 2) {
            return Optional.empty();
        }
        try {
            Instant parsed = time.matches("[0-9]+")
                    ? Instant.ofEpochSecond(Long.parseLong(time))
                    : OffsetDateTime.parse(time).toInstant().truncatedTo(ChronoUnit.SECONDS);
            if (parsed.isAfter(LATEST)) {
                throw new DateTimeException("Milliseconds are no seconds");
            }
            return Optional.of(parsed);
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s is '%s', which is not a time. Write a time such as 2026-01-31T12:00:00Z, or seconds since 1970; git log -1 --format=%%cI prints the time of the last commit"
                            .formatted(PROPERTY, text),
                    e);
        }
    }
}
