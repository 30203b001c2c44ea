package io.github.aspirejava.push;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.BlobOrigin;
import io.github.aspirejava.oci.Descriptor;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A blob whose streams fail when the push is cancelled. */
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
                cancellation.interruptIfCancelled();
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                cancellation.interruptIfCancelled();
                return super.read(buffer, offset, length);
            }
        };
    }
}
