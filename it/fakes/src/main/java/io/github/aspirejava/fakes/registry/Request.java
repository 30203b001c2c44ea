package io.github.aspirejava.fakes.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A request whose body has not been read yet. */
record Request(LoggedRequest head, InputStream body) {
    /**
     * Returns the same request, whose connection breaks after {@code bytes} bytes of the body, or just before its end.
     */
    Request breakingAfter(long bytes) {
        return new Request(head, new BodyStream.Breaking(body, bytes));
    }

    /** Reads the rest of the body: otherwise it would be taken for the next request. */
    void drain() throws IOException {
        body.transferTo(OutputStream.nullOutputStream());
    }
}
