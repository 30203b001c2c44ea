package io.github.aspirejava.cache;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Rejects further bytes once the run has been cancelled: a large layer takes long to compress. */
public final class CancellableOutputStream extends FilterOutputStream {
    private final Cancellation cancellation;

    /** Passes bytes on to {@code out} until the run is cancelled. */
    public CancellableOutputStream(OutputStream out, Cancellation cancellation) {
        super(out);
        this.cancellation = cancellation;
    }

    @Override
    public void write(int value) throws IOException {
        cancellation.throwIfCancelled();
        out.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        cancellation.throwIfCancelled();
        out.write(bytes, offset, length);
    }
}
