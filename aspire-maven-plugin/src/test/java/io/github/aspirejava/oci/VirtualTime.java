package io.github.aspirejava.oci;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.oci.http.HttpSettings;
import io.github.aspirejava.oci.http.Timekeeper;
import io.github.aspirejava.oci.registry.Registries;
import io.github.aspirejava.oci.registry.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;

/** A virtual time without waiting: it jumps to the end of a pause. */
public final class VirtualTime implements Timekeeper {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;

    /** Returns the registries of a session that uses this time, with the default settings. */
    public Registries registries() {
        return registries(HttpSettings.DEFAULT);
    }

    /** Returns the same with these settings. */
    public Registries registries(HttpSettings settings) {
        return new Registries(settings, RetryPolicy.DEFAULT, this, new Random(1));
    }

    /** Returns the same time as a clock. */
    public Clock clock() {
        InstantSource source = this::now;
        return source.withZone(ZoneOffset.UTC);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration, Cancellation unless) {
        advance(duration);
    }

    /** Advances the time. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** Returns the time since the beginning. */
    public Duration elapsed() {
        return Duration.between(START, now());
    }
}
