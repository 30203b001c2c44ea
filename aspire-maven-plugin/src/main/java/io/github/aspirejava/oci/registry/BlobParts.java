package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.http.HttpBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a blob, as bodies of requests. Parts in their order are read from one stream; a part that is sent again
 * is read from a new one. A blob is read from its first byte on in either case, as the digest is that of all bytes.
 */
final class BlobParts implements AutoCloseable {
    private final Blob blob;
    private @Nullable InputStream stream;
    private long position;

    BlobParts(Blob blob) {
        this.blob = blob;
    }

    /** Returns the {@code length} bytes from {@code from} on. */
    HttpBody part(long from, long length) {
        return new HttpBody(() -> new Part(at(from), length), length);
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
    }

    private InputStream at(long from) throws IOException {
        if (stream == null || position != from) {
            close();
            stream = null;
            InputStream opened = blob.open();
            stream = opened;
            position = 0;
            opened.skipNBytes(from);
            position = from;
        }
        return stream;
    }

    /** Reads a part of the stream, which stays open for the next part. */
    private final class Part extends FilterInputStream {
        private long left;

        Part(InputStream stream, long length) {
            super(stream);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            int n = left == 0 ? -1 : super.read(buffer, offset, (int) Math.min(wanted, left));
            left -= Math.max(0, n);
            position += Math.max(0, n);
            return n;
        }

        @Override
        public void close() {
            // More parts follow.
        }
    }
}
