package io.github.aspirejava.builder.layer;

import java.time.Instant;
import java.util.Optional;

/** Tells when the outputs of services say that they were made, if their projects say so. */
@FunctionalInterface
public interface OutputTimes {
    /** Of projects that say nothing. */
    OutputTimes NONE = service -> Optional.empty();

    /** The {@code project.build.outputTimestamp} of what {@code service} is made from, in whole seconds. */
    Optional<Instant> of(String service);

    /** When the image of {@code service} says that it was made: at the epoch, if nobody says otherwise. */
    default Instant created(String service) {
        return of(service).orElse(Instant.EPOCH);
    }
}
