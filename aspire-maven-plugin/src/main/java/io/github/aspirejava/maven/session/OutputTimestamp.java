package io.github.aspirejava.maven.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.maven.project.MavenProject;

/**
 * The time that a project's outputs carry, as <a
 * href="https://maven.apache.org/guides/mini/guide-reproducible-builds.html">reproducible builds</a> with Maven set it:
 * the property {@code project.build.outputTimestamp}, an ISO 8601 time or seconds since the epoch.
 */
final class OutputTimestamp {
    private OutputTimestamp() {}

    /** The project's timestamp; the epoch if it has none, or one that switches reproducible builds off. */
    static Instant of(MavenProject project) {
        String text = project.getProperties().getProperty("project.build.outputTimestamp", "");
        try {
            return text.matches("[0-9]{2,}")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            return Instant.EPOCH;
        }
    }
}
