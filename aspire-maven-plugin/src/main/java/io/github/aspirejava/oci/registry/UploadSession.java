package io.github.aspirejava.oci.registry;

import java.net.URI;

/** An upload that a registry has opened and that waits for its bytes; good for one blob. */
public final class UploadSession {
    private final URI location;

    UploadSession(URI location) {
        this.location = location;
    }

    /** Where the bytes go. It may hold a secret of the registry, so it is not printed. */
    URI location() {
        return location;
    }
}
