package io.github.aspirejava.oci.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A request's body for the HTTP client: streamed, and never sent a second time by the client itself. */
final class OneShotBody extends RequestBody {
    private static final int BUFFER = 64 * 1024;

    private final long length;
    private final InputStream bytes;
    private volatile @Nullable IOException failure;

    OneShotBody(HttpCall call, InputStream bytes) {
        this.length = call.body().map(HttpBody::length).orElse(0L);
        this.bytes = bytes;
    }

    /** Returns the failure of the bytes' source: the client interprets it as a fault of the connection. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public @Nullable MediaType contentType() {
        return null; // it is among the headers
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        OutputStream out = sink.outputStream();
        byte[] buffer = new byte[(int) Math.max(1, Math.min(BUFFER, length))];
        for (int n = read(buffer); n >= 0; n = read(buffer)) {
            out.write(buffer, 0, n);
        }
    }

    private int read(byte[] buffer) throws IOException {
        try {
            return bytes.read(buffer);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
