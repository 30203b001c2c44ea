package io.github.aspirejava.push;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A blob whose bytes stop coming when the push is called off. */
record CancellableBlob(Blob blob, Cancellation cancellation) implements Blob {
    @Override
    public Descriptor descriptor() {
        return blob.descriptor();
    }

    @Override
    public Optional<BlobOrigin> origin() {
        return blob.origin();
    }

    @Override
    public InputStream open() throws IOException {
        return new FilterInputStream(blob.open()) {
            @Override
            public int read() throws IOException {
                check();
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                check();
                return super.read(buffer, offset, length);
            }
        };
    }

    private void check() throws InterruptedIOException {
        try {
            cancellation.throwIfCancelled();
        } catch (InterruptedException | CancellationException e) {
            throw (InterruptedIOException) new InterruptedIOException("The push was called off").initCause(e);
        }
    }
}
