package io.github.aspirejava.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command by which an engine determines whether a container is healthy, as Docker's {@code HEALTHCHECK} defines it.
 *
 * @param kind the way in which the command is run
 * @param command the command: one text for a shell, the words otherwise, nothing if the check is disabled
 * @param interval the time between two runs
 * @param timeout the time that a run may take
 * @param startPeriod the time after the start in which failures do not count
 * @param retries the number of consecutive failures that make a container unhealthy
 */
public record HealthCheck(
        Kind kind,
        List<Text> command,
        Optional<Duration> interval,
        Optional<Duration> timeout,
        Optional<Duration> startPeriod,
        Optional<Integer> retries) {
    /** The way in which the command of a check is run. */
    public enum Kind {
        /** No check, not even that of the base image. */
        NONE,
        /** By the shell of the image. */
        SHELL,
        /** Without a shell. */
        EXEC
    }

    /** Copies the list. */
    public HealthCheck {
        command = List.copyOf(command);
    }
}
