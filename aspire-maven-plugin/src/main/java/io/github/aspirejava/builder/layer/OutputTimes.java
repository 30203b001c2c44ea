package io.github.aspirejava.builder.layer;

import java.time.Instant;
import java.util.Optional;

/** Tells the creation times of the outputs of services, as their projects define them. */
@FunctionalInterface
public interface OutputTimes {
    /** The times of projects that define none. */
    OutputTimes NONE = service -> Optional.empty();

    /**
     * Returns the {@code project.build.outputTimestamp} of the project that {@code service} is built from, in whole
     * seconds.
     */
    Optional<Instant> of(String service);

    /** Returns the creation time of the image of {@code service}: the epoch unless the project defines it. */
    default Instant created(String service) {
        return of(service).orElse(Instant.EPOCH);
    }
}
