package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a gzip file (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>) of stored blocks (<a
 * href="https://www.rfc-editor.org/rfc/rfc1951#section-3.2.4">RFC 1951, 3.2.4</a>) of the maximum length, independently
 * of the lengths of the single writes.
 */
final class StoredGzipOutputStream extends GzipStream {
    private static final int MAX_BLOCK = 0xffff;

    private final byte[] block = new byte[MAX_BLOCK];
    private int filled;

    StoredGzipOutputStream(OutputStream out) throws IOException {
        super(out);
    }

    @Override
    void take(byte[] bytes, int offset, int count, OutputStream out) throws IOException {
        int from = offset;
        int end = offset + count;
        while (from < end) {
            if (filled == MAX_BLOCK) {
                writeBlock(false, out);
            }
            int part = Math.min(end - from, MAX_BLOCK - filled);
            System.arraycopy(bytes, from, block, filled, part);
            filled += part;
            from += part;
        }
    }

    @Override
    void end(OutputStream out) throws IOException {
        writeBlock(true, out);
    }

    private void writeBlock(boolean last, OutputStream out) throws IOException {
        out.write(last ? 1 : 0);
        writeLittleEndian(filled, 2, out);
        writeLittleEndian(~filled, 2, out);
        out.write(block, 0, filled);
        filled = 0;
    }
}
