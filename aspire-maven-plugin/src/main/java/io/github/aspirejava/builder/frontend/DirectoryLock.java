package io.github.aspirejava.builder.frontend;

import io.github.aspirejava.concurrent.Cancellation;
import io.github.aspirejava.image.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a directory, held by one build on this machine at a time: the same front end may be built by two runs of
 * Maven, or by two services of one run.
 */
final class DirectoryLock implements Closeable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @param locks the directory of the lock files
     * @param waiting called once if another build holds the lock
     * @throws java.util.concurrent.CancellationException if the run is cancelled meanwhile
     */
    static DirectoryLock take(Path locks, Path directory, Runnable waiting, Cancellation cancellation)
            throws IOException, InterruptedException {
        Files.createDirectories(locks);
        byte[] name = directory.toRealPath().toString().getBytes(StandardCharsets.UTF_8);
        FileChannel channel = FileChannel.open(
                locks.resolve(Digest.of(name).hex() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            boolean told = false;
            while (tryLock(channel) == null) {
                if (!told) {
                    waiting.run();
                    told = true;
                }
                cancellation.throwIfCancelled();
                // There is no notification when another process releases its lock.
                cancellation.await(POLL);
            }
            taken = true;
            return new DirectoryLock(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds the lock.
            return null;
        }
    }

    /** Releases the lock. The file stays: another process may have opened it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
