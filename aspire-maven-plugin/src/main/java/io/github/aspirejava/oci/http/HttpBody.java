package io.github.aspirejava.oci.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request. */
public interface HttpBody {
    /** Its length in bytes. */
    long length();

    /** Opens the bytes; whoever opens closes. They are streamed, and opened afresh each time the request is sent. */
    InputStream open() throws IOException;

    /** These bytes. */
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
