package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.zip.CRC32;

/**
 * Writes a gzip file (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>) whose blocks are compressed side
 * by side if it is written to in a worker of a {@link ForkJoinPool}. The bytes depend on the content alone: neither on
 * the lengths of the single writes nor on who compressed what.
 */
final class BlockGzipOutputStream extends OutputStream {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    /** An empty last block, with fixed codes. */
    private static final byte[] END = {3, 0};
    /** How many blocks may be on their way: they are held in memory. */
    private static final int MOST_BLOCKS = 16;

    private final OutputStream out;
    private final Deque<GzipBlock> blocks = new ArrayDeque<>();
    private final CRC32 checksum = new CRC32();
    private byte[] filling = new byte[GzipBlock.LENGTH];
    private byte[] dictionary = new byte[0];
    private int filled;
    private long length;
    private boolean closed;

    BlockGzipOutputStream(OutputStream out) throws IOException {
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
            int part = Math.min(end - from, filling.length - filled);
            System.arraycopy(bytes, from, filling, filled, part);
            filled += part;
            from += part;
            if (filled == filling.length) {
                endBlock();
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            if (filled > 0) {
                endBlock();
            }
            while (!blocks.isEmpty()) {
                out.write(blocks.remove().compressed());
            }
            out.write(END);
            writeLittleEndian(checksum.getValue());
            writeLittleEndian(length);
        }
    }

    private void endBlock() throws IOException {
        GzipBlock block = new GzipBlock(Arrays.copyOf(filling, filled), dictionary);
        dictionary = block.lastBytes();
        filled = 0;
        blocks.add(block);
        ForkJoinPool pool = ForkJoinTask.getPool();
        if (pool != null && pool != ForkJoinPool.commonPool()) {
            ForkJoinTask.adapt(block).fork();
        }
        if (blocks.size() > MOST_BLOCKS) {
            out.write(blocks.remove().compressed());
        }
    }

    private void writeLittleEndian(long value) throws IOException {
        for (int i = 0; i < 4; i++) {
            out.write((int) (value >>> (8 * i)) & 0xff);
        }
    }
}
