package io.github.aspirejava.builder.layer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What tells without reading a file that it is still the same.
 *
 * @param file its absolute path
 * @param changed when the file or its attributes were changed last, which cannot be set back as {@code modified} can;
 *     equal to {@code modified} where the file system has no such time
 * @param identity the file system's own name of the file, such as device and inode
 */
record FileStamp(Path file, long size, FileTime modified, FileTime changed, String identity) {
    /** Longer than the steps in which any file system in use counts time. */
    private static final Duration UNSETTLED = Duration.ofSeconds(3);

    static FileStamp of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        FileTime changed = unix ? (FileTime) Files.getAttribute(file, "unix:ctime") : attributes.lastModifiedTime();
        return new FileStamp(
                file.toAbsolutePath().normalize(),
                attributes.size(),
                attributes.lastModifiedTime(),
                changed,
                Objects.toString(attributes.fileKey(), ""));
    }

    /**
     * Whether a change from {@code now} on would give another stamp. A file that was written a moment ago can be
     * written again within the same tick of the file system's clock.
     */
    boolean settledAt(Instant now) {
        Instant limit = now.minus(UNSETTLED);
        return modified.toInstant().isBefore(limit) && changed.toInstant().isBefore(limit);
    }
}
