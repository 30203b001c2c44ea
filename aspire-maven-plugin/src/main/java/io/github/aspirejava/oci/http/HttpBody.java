package io.github.aspirejava.oci.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request. */
public interface HttpBody {
    /** Returns its length in bytes. */
    long length();

    /**
     * Opens the bytes; the caller closes the stream. They are streamed, and opened again each time the request is sent.
     */
    InputStream open() throws IOException;

    /** Returns a body of these bytes. */
    static HttpBody of(byte[] content) {
        return new HttpBody() {
            @Override
            public long length() {
                return content.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }
        };
    }
}
