package io.github.aspirejava.oci.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A socket with large buffers for reading and writing. The HTTP client's own buffers have eight kilobytes: a layer
 * would take thousands of system calls, and wake the registry as often.
 *
 * <p>Written bytes are sent when they are flushed, as the client does at the end of each request. Layers above it, such
 * as TLS, cannot be relied on to flush, so it is for plain HTTP only.
 */
final class BufferedSocket extends Socket {
    private static final int BYTES = 128 * 1024;

    @Override
    public InputStream getInputStream() throws IOException {
        return new BufferedInputStream(super.getInputStream(), BYTES);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new BufferedOutputStream(super.getOutputStream(), BYTES);
    }
}
