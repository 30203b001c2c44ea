package io.github.aspirejava.cache;

import io.github.aspirejava.concurrent.Futures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.Deflater;

/**
 * A piece of content that becomes deflate's blocks (<a href="https://www.rfc-editor.org/rfc/rfc1951">RFC 1951</a>),
 * which end at a byte boundary. It is compressed by the first thread that gets to it: an idle one, or the one that
 * needs it.
 */
final class GzipBlock implements Runnable {
    /** The length of each block but the last. */
    static final int LENGTH = 512 * 1024;

    private static final int WINDOW = 32 * 1024;
    private static final int STORED_LENGTH = 0xffff;
    private static final int SAMPLE = 16 * 1024;

    private final byte[] content;
    private final byte[] dictionary;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final CompletableFuture<byte[]> compressed = new CompletableFuture<>();

    /**
     * Creates a block.
     *
     * @param dictionary the last bytes of the block before, which this one may repeat
     */
    GzipBlock(byte[] content, byte[] dictionary) {
        this.content = content;
        this.dictionary = dictionary;
    }

    /** Returns the dictionary of the next block. */
    byte[] lastBytes() {
        return Arrays.copyOfRange(content, Math.max(0, content.length - WINDOW), content.length);
    }

    @Override
    public void run() {
        if (claimed.compareAndSet(false, true)) {
            try {
                compressed.complete(gainsBy(content) ? deflated() : stored());
            } catch (RuntimeException | Error e) {
                compressed.completeExceptionally(e);
            }
        }
    }

    /** Returns the compressed block; waits if another thread is compressing it. */
    byte[] compressed() throws IOException {
        run();
        return Futures.await(compressed);
    }

    /** Returns whether two samples become smaller: the content of jars and pictures does not. */
    private static boolean gainsBy(byte[] content) {
        int half = content.length / 2;
        return gains(content, 0) || gains(content, half);
    }

    private static boolean gains(byte[] content, int from) {
        int length = Math.min(SAMPLE, content.length - from);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content, from, length);
            deflater.finish();
            int size = deflater.deflate(new byte[length + 1024]);
            return size * 100L < length * 97L;
        } finally {
            deflater.end();
        }
    }

    private byte[] deflated() {
        Deflater deflater = new Deflater(Compression.BLOCK_LEVEL, true);
        try {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(content);
            ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2);
            byte[] buffer = new byte[64 * 1024];
            int count;
            do {
                count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                out.write(buffer, 0, count);
            } while (count == buffer.length);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private byte[] stored() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 64);
        for (int from = 0; from < content.length; from += STORED_LENGTH) {
            int length = Math.min(STORED_LENGTH, content.length - from);
            out.write(0);
            out.write(length & 0xff);
            out.write(length >>> 8);
            out.write(~length & 0xff);
            out.write(~length >>> 8 & 0xff);
            out.write(content, from, length);
        }
        return out.toByteArray();
    }
}
