package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Writes a gzip file (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>) of one member, without name and
 * time: its header, the content as a subclass compresses it, and its trailer.
 */
abstract class GzipStream extends OutputStream {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private final OutputStream out;
    private final CRC32 checksum = new CRC32();
    private long length;
    private boolean closed;

    GzipStream(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    /** Takes content; its compressed form is written to {@code out}, now or later. */
    abstract void take(byte[] bytes, int offset, int count, OutputStream out) throws IOException;

    /** Writes the rest of the compressed content, and its end. */
    abstract void end(OutputStream out) throws IOException;

    @Override
    public final void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public final void write(byte[] bytes, int offset, int count) throws IOException {
        checksum.update(bytes, offset, count);
        length += count;
        take(bytes, offset, count, out);
    }

    @Override
    public final void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            end(out);
            writeLittleEndian(checksum.getValue(), 4, out);
            writeLittleEndian(length, 4, out);
        }
    }

    static void writeLittleEndian(long value, int bytes, OutputStream out) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)) & 0xff);
        }
    }
}
