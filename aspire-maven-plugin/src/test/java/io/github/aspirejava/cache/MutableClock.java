package io.github.aspirejava.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test advances. */
public final class MutableClock extends Clock {
    private Instant now;

    /** Creates a clock that starts at {@code now}. */
    public MutableClock(Instant now) {
        this.now = now;
    }

    /** Advances the clock. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
