package io.github.aspirejava.builder.layer;

import io.github.aspirejava.image.Digest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The modification times of files that a server may serve. Equal content has equal times on every machine, and other
 * content other times, because servers derive the validators of browser caches from a file's time, and from its length
 * at most: {@code Last-Modified} and, in nginx, {@code ETag}.
 *
 * <p>With an output timestamp the time is at most an hour before it, by the content: outputs that are dated more than
 * an hour later have later times, which servers need that compare times by their order, such as those of Spring and
 * Tomcat. Without a timestamp the time is a second between 1983 and 2000. No time is later than the timestamp.
 */
public final class FileTimes {
    /** The earliest time: some tools interpret a time of zero as none. */
    private static final Instant EARLIEST = Instant.ofEpochSecond(1);

    private static final Instant UNDATED = Instant.parse("2000-01-01T00:00:00Z");
    /** The range without a timestamp, about 17 years: two contents share a time as rarely as once in half a billion. */
    private static final long UNDATED_SECONDS = 1L << 29;

    private static final long DATED_SECONDS = 60L * 60;

    private final Instant latest;
    private final long seconds;

    /** @param outputTimestamp the output timestamp of the project that the files belong to */
    public FileTimes(Optional<Instant> outputTimestamp) {
        latest = outputTimestamp.orElse(UNDATED).truncatedTo(ChronoUnit.SECONDS);
        seconds = outputTimestamp.isPresent() ? DATED_SECONDS : UNDATED_SECONDS;
    }

    /**
     * Returns the time of a file, in whole seconds.
     *
     * @param content the digest of its bytes in the image: of a jar, the whole jar's
     */
    public Instant of(Digest content) {
        long number = Long.parseUnsignedLong(content.hex().substring(0, 16), 16);
        Instant time = latest.minusSeconds(Long.remainderUnsigned(number, seconds));
        return time.isBefore(EARLIEST) ? EARLIEST : time;
    }

    /** Returns a text that distinguishes these times from others, for cache keys. */
    @Override
    public String toString() {
        return "%s -%d s".formatted(latest, seconds);
    }
}
