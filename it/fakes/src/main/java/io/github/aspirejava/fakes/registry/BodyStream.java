package io.github.aspirejava.fakes.registry;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request within the bytes of its connection, by RFC 9112 section 6. */
abstract class BodyStream extends InputStream {
    private final InputStream connection;

    BodyStream(InputStream connection) {
        this.connection = connection;
    }

    /** Returns the number of bytes that may be read from the connection now; 0 at the end of the body. */
    abstract long left(InputStream connection) throws IOException;

    /** Records that a number of bytes was read. */
    abstract void consumed(int bytes);

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long left = left(connection);
        if (left == 0) {
            return -1;
        }
        int n = connection.read(buffer, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("The client has gone in the middle of a body");
        }
        consumed(n);
        return n;
    }

    /** A body of known length. */
    static final class Fixed extends BodyStream {
        private long remaining;

        Fixed(InputStream connection, long length) {
            super(connection);
            this.remaining = length;
        }

        @Override
        long left(InputStream connection) {
            return remaining;
        }

        @Override
        void consumed(int bytes) {
            remaining -= bytes;
        }
    }

    /** A chunked body; each chunk is preceded by its length. */
    static final class Chunked extends BodyStream {
        private long remaining;
        private boolean first = true;
        private boolean ended;

        Chunked(InputStream connection) {
            super(connection);
        }

        @Override
        long left(InputStream connection) throws IOException {
            if (remaining == 0 && !ended) {
                if (!first) {
                    Connection.readLine(connection);
                }
                first = false;
                String size = Connection.readLine(connection).split(";", -1)[0].strip();
                remaining = Long.parseLong(size, 16);
                if (remaining == 0) {
                    ended = true;
                    Connection.readLine(connection);
                }
            }
            return remaining;
        }

        @Override
        void consumed(int bytes) {
            remaining -= bytes;
        }
    }

    /** A body that is truncated. */
    static final class Breaking extends BodyStream {
        private long remaining;

        Breaking(InputStream body, long bytes) {
            super(body);
            this.remaining = bytes;
        }

        @Override
        long left(InputStream body) throws IOException {
            if (remaining == 0) {
                throw new EOFException("The test breaks the connection in the middle of a body");
            }
            return remaining;
        }

        @Override
        void consumed(int bytes) {
            remaining -= bytes;
        }
    }
}
