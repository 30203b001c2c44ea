package io.github.aspirejava.cache;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Writes a gzip file (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>) whose blocks are compressed in
 * parallel if it is written to in a worker of a {@link ForkJoinPool}. The bytes depend on the content alone: neither on
 * the lengths of the single writes nor on the threads that compressed the blocks.
 */
final class BlockGzipOutputStream extends GzipStream {
    /** An empty last block, with fixed codes. */
    private static final byte[] END = {3, 0};
    /** The maximum number of pending blocks: they are held in memory. */
    private static final int MOST_BLOCKS = 16;

    private final Deque<GzipBlock> blocks = new ArrayDeque<>();
    private final byte[] filling = new byte[GzipBlock.LENGTH];
    private byte[] dictionary = new byte[0];
    private int filled;

    BlockGzipOutputStream(OutputStream out) throws IOException {
        super(out);
    }

    @Override
    void take(byte[] bytes, int offset, int count, OutputStream out) throws IOException {
        int from = offset;
        int end = offset + count;
        while (from < end) {
            int part = Math.min(end - from, filling.length - filled);
            System.arraycopy(bytes, from, filling, filled, part);
            filled += part;
            from += part;
            if (filled == filling.length) {
                endBlock(out);
            }
        }
    }

    @Override
    void end(OutputStream out) throws IOException {
        if (filled > 0) {
            endBlock(out);
        }
        while (!blocks.isEmpty()) {
            out.write(blocks.remove().compressed());
        }
        out.write(END);
    }

    private void endBlock(OutputStream out) throws IOException {
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
}
