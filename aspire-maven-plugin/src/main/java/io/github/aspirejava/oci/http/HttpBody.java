package io.github.aspirejava.oci.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request: a source of bytes that can be opened any number of times, each time with the same bytes. A
 * request may have to be sent again, after a challenge or a redirect.
 *
 * @param source the bytes, which are streamed
 * @param length their number
 */
public record HttpBody(Source source, long length) {
    /** Opens bytes, from the same first one each time. */
    @FunctionalInterface
    public interface Source {
        /** Opens the bytes; the caller closes the stream. */
        InputStream open() throws IOException;
    }

    /** Returns a body of these bytes. */
    public static HttpBody of(byte[] content) {
        byte[] copy = content.clone();
        return new HttpBody(() -> new ByteArrayInputStream(copy), copy.length);
    }

    InputStream open() throws IOException {
        return source.open();
    }
}
