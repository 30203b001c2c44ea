package io.github.aspirejava.oci.registry;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.VerifyingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A blob as the body of a request: opened afresh each time the request is sent, streamed, and checked on its way. The
 * HTTP client reports what goes wrong here as a fault of the connection; {@link #failure} has the true reason.
 */
final class BlobBody implements AutoCloseable {
    private final Blob blob;
    private volatile @Nullable IOException failure;
    private volatile @Nullable InputStream open;

    BlobBody(Blob blob) {
        this.blob = blob;
    }

    BodyPublisher publisher() {
        long size = blob.descriptor().size();
        // An empty body is verified by its descriptor alone, and the JDK takes no stream with a length of 0.
        return size == 0
                ? BodyPublishers.noBody()
                : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(Bytes::new), size);
    }

    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** The client leaves the stream open if the registry answers before it has read everything. */
    @Override
    public void close() throws IOException {
        InputStream stream = open;
        if (stream != null) {
            stream.close();
        }
    }

    /** Opens the blob at the first read, as the client has no way to hear of a failure before. */
    private final class Bytes extends InputStream {
        private @Nullable InputStream bytes;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                if (bytes == null) {
                    bytes = new VerifyingInputStream(blob.open(), blob.descriptor(), "its source");
                    open = bytes;
                }
                return bytes.read(buffer, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            } catch (RuntimeException e) {
                failure = new IOException(
                        "The blob %s cannot be read".formatted(blob.descriptor().digest()), e);
                throw failure;
            }
        }

        @Override
        public void close() throws IOException {
            if (bytes != null) {
                bytes.close();
            }
        }
    }
}
