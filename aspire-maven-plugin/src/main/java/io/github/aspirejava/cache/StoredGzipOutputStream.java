package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;

/**
 * Writes a gzip file (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>) of stored blocks (<a
 * href="https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4">RFC 1951, 3.2.4</a>) of the greatest length, whatever the
 * lengths of the single writes.
 */
final class StoredGzipOutputStream extends OutputStream {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final int MAX_BLOCK = 0xffff;

    private final OutputStream out;
    private final byte[] block = new byte[MAX_BLOCK];
    private final CRC32 checksum = new CRC32();
    private int filled;
    private long length;
    private boolean closed;

    StoredGzipOutputStream(OutputStream out) throws IOException {
        this.out = out;
        out.write(HEADER);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        checksum.update(bytes, offset, count);
        length += count;
        int from = offset;
        int end = offset + count;
        while (from < end) {
            if (filled == MAX_BLOCK) {
                writeBlock(false);
            }
            int part = Math.min(end - from, MAX_BLOCK - filled);
            System.arraycopy(bytes, from, block, filled, part);
            filled += part;
            from += part;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            writeBlock(true);
            writeLittleEndian(checksum.getValue(), 4);
            writeLittleEndian(length, 4);
        }
    }

    private void writeBlock(boolean last) throws IOException {
        out.write(last ? 1 : 0);
        writeLittleEndian(filled, 2);
        writeLittleEndian(~filled, 2);
        out.write(block, 0, filled);
        filled = 0;
    }

    private void writeLittleEndian(long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)) & 0xff);
        }
    }
}
