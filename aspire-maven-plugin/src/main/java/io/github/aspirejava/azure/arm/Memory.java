package io.github.aspirejava.azure.arm;

import java.net.URI;
import java.util.Optional;

/** Remembers from run to run which operations are under way. To forget it costs time and nothing else. */
public interface Memory {
    /** Where the operation can be asked after that was begun for a resource and has not been seen to end. */
    Optional<URI> operation(ArmId id);

    /** An operation was begun. */
    void begun(ArmId id, URI operation);

    /** No operation is under way. */
    void ended(ArmId id);
}
