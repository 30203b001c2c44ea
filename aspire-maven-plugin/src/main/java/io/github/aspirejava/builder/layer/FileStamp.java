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
 * The metadata that identifies an unchanged file without reading it.
 *
 * @param file its absolute path
 * @param changed the time of the last change of the file or its attributes, which cannot be set back as
 *     {@code modified} can; equal to {@code modified} if the file system has no such time
 * @param identity the file system's own identifier of the file, such as device and inode
 */
record FileStamp(Path file, long size, FileTime modified, FileTime changed, String identity) {
    /** A duration longer than the time resolution of any file system in use. */
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
     * Returns whether a change from {@code now} on would give another stamp. A file that was written a moment ago can
     * be written again within the same tick of the file system's clock.
     */
    boolean settledAt(Instant now) {
        Instant limit = now.minus(UNSETTLED);
        return modified.toInstant().isBefore(limit) && changed.toInstant().isBefore(limit);
    }
}
