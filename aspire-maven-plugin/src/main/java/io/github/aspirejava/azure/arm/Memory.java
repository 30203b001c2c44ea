package io.github.aspirejava.azure.arm;

import java.net.URI;
import java.util.Optional;

/** Remembers the operations that are under way from one run to the next. Losing it costs time and nothing else. */
public interface Memory {
    /** Returns the URI to poll the operation that was begun for a resource and has not been seen to end. */
    Optional<URI> operation(ArmId id);

    /** Records that an operation was begun. */
    void begun(ArmId id, URI operation);

    /** Records that no operation is under way. */
    void ended(ArmId id);
}
