package io.github.aspirejava.oci.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * An answer whose body is still being received; the caller closes it.
 *
 * @param head status and headers; the body is omitted, unless it is short and explains a refusal
 */
public record Download(Answer head, InputStream body) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        body.close();
    }
}
