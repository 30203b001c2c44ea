package io.github.aspirejava.oci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Writes files atomically: they appear completely or not at all, to other processes and after a failure. */
public final class WholeFile {
    private static final int BUFFER = 64 * 1024;

    private WholeFile() {}

    /**
     * Writes {@code content}, which is read to its end, to {@code target}, replacing an existing file; its directory is
     * created if it does not exist.
     *
     * @throws IOException if the content cannot be read or the file not be written; nothing is left behind then
     */
    public static void write(Path target, InputStream content) throws IOException {
        write(target, content, false);
    }

    /**
     * Like {@link #write}, and waits until the file and its name are on the disk: a power failure afterwards neither
     * loses it nor leaves an empty file of that name.
     */
    public static void writeDurably(Path target, InputStream content) throws IOException {
        write(target, content, true);
        forceDirectory(directory(target));
    }

    private static void write(Path target, InputStream content, boolean durably) throws IOException {
        Files.createDirectories(directory(target));
        // Not Files.createTempFile: its files are readable by their owner only, and these are written for others.
        Path part = target.resolveSibling(".%s.part".formatted(UUID.randomUUID()));
        try {
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                copy(content, file);
                if (durably) {
                    file.force(true);
                }
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path directory(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a directory");
    }

    private static void copy(InputStream content, FileChannel file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) {
                file.write(bytes);
            }
        }
    }

    private static void forceDirectory(Path directory) {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // Windows cannot open directories; it writes names in order by itself.
        }
    }

    /**
     * Removes unfinished files that killed processes have left behind in {@code directory}: those that were not written
     * to since {@code limit}.
     */
    public static void removeAbandoned(Path directory, Instant limit) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, ".*.part")) {
            for (Path part : parts) {
                removeIfOlder(part, limit);
            }
        } catch (NoSuchFileException e) {
            // The directory does not exist: no file was ever written to it.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeIfOlder(Path part, Instant limit) throws IOException {
        try {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(limit)) {
                Files.deleteIfExists(part);
            }
        } catch (NoSuchFileException e) {
            // Another process has finished or removed it.
        }
    }
}
