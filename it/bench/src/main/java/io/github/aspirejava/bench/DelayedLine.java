package io.github.aspirejava.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * One direction of a connection, in which each byte is delayed by the same time. Bytes do not wait for earlier ones,
 * unless 64 MiB are in flight.
 */
final class DelayedLine {
    private static final int CHUNK = 1 << 16;
    private static final int CAPACITY = (1 << 26) / CHUNK;

    private final BlockingQueue<Chunk> underWay = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(CAPACITY);
    private final Timer timer;
    private final long connected;
    private final long delay;

    /**
     * Creates a line.
     *
     * @param connected the time in nanoseconds at which the connection counts as set up: earlier bytes are sent then
     * @param delay the delay of each byte in nanoseconds
     */
    DelayedLine(Timer timer, long connected, long delay) {
        this.timer = timer;
        this.connected = connected;
        this.delay = delay;
    }

    /** A clock, and the wait for it. */
    interface Timer {
        /** Returns the nanoseconds since some time, as {@link System#nanoTime}. */
        long now();

        void sleepUntil(long time) throws InterruptedException;
    }

    /**
     * Bytes in flight.
     *
     * @param bytes the bytes; empty at the end of the stream
     */
    private record Chunk(ByteBuffer bytes, long due) {}

    /** Sends all of the stream, and its end. */
    void send(InputStream in) throws IOException, InterruptedException {
        byte[] buffer = new byte[CHUNK];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                room.acquire();
                put(Arrays.copyOf(buffer, count));
            }
        } finally {
            put(new byte[0]);
        }
    }

    private void put(byte[] bytes) {
        long now = timer.now();
        underWay.add(new Chunk(ByteBuffer.wrap(bytes), (now - connected < 0 ? connected : now) + delay));
    }

    /** Receives all bytes, up to the end. */
    void receive(OutputStream out) throws IOException, InterruptedException {
        for (Chunk chunk = underWay.take(); chunk.bytes().hasRemaining(); chunk = underWay.take()) {
            timer.sleepUntil(chunk.due());
            out.write(chunk.bytes().array());
            room.release();
        }
    }

    /** Releases a sender whose receiver has gone. */
    void cut() {
        room.release(CAPACITY);
    }
}
