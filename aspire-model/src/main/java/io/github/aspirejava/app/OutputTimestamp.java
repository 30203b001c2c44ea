package io.github.aspirejava.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The time that a project's outputs carry, as <a
 * href="https://maven.apache.org/guides/mini/guide-reproducible-builds.html">reproducible builds</a> with Maven set it.
 */
public final class OutputTimestamp {
    /** The property that Maven's own plugins read it from. */
    public static final String PROPERTY = "project.build.outputTimestamp";

    /** What formats of times have room for. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private OutputTimestamp() {}

    /**
     * Reads the text of the property: an ISO 8601 time with its offset, or seconds since the epoch.
     *
     * @return the time in whole seconds; empty if the text is, or if it is a single character, which switches
     *     reproducible builds off
     * @throws IllegalArgumentException if it is anything else
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
                    "%s is '%s', which is no time. Write one such as 2026-01-31T12:00:00Z, or seconds since 1970; git log -1 --format=%%cI writes that of the last commit"
                            .formatted(PROPERTY, text),
                    e);
        }
    }
}
