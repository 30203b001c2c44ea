package io.github.aspirejava.view;

import java.time.Duration;
import java.util.Locale;

/** Durations for human readers. */
final class Durations {
    private Durations() {}

    /**
     * Formats a duration, for example {@code 0.4 s}, {@code 3 m 07 s} or {@code 1 h 02 m}; with no more precision than
     * is of interest.
     */
    static String text(Duration duration) {
        if (duration.compareTo(Duration.ofMillis(59_950)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        long seconds = duration.plusMillis(500).toSeconds();
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d m %02d s", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%d h %02d m", seconds / 3600, seconds / 60 % 60);
    }
}
