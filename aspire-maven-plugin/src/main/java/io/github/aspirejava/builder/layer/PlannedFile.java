package io.github.aspirejava.builder.layer;

import io.github.aspirejava.builder.content.CopiedFile;
import io.github.aspirejava.builder.content.FileContent;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of a layer; it belongs to root.
 *
 * @param content its bytes
 * @param target its path in the image, which starts with a slash
 * @param mode its permissions, as POSIX counts them
 * @param time its modification time in the image
 */
public record PlannedFile(FileContent content, String target, int mode, Instant time) {
    /** One second after the epoch, as jib has it: some tools take a time of zero for none. */
    static final Instant DEFAULT_TIME = Instant.ofEpochSecond(1);

    private static final int READABLE_BY_ALL = 0644;
    private static final int EXECUTABLE_BY_ALL = 0755;

    /** A file that everybody may read, with the time of files that nobody serves. */
    public static PlannedFile of(FileContent content, String target) {
        return new PlannedFile(content, target, READABLE_BY_ALL, DEFAULT_TIME);
    }

    /** A copy of a file that everybody may read. */
    public static PlannedFile copyOf(Path source, String target) {
        return of(new CopiedFile(source), target);
    }

    /** A copy of a file that everybody may run. */
    public static PlannedFile executable(Path source, String target) {
        return new PlannedFile(new CopiedFile(source), target, EXECUTABLE_BY_ALL, DEFAULT_TIME);
    }

    /** The same file, modified at another time. */
    PlannedFile withTime(Instant other) {
        return new PlannedFile(content, target, mode, other);
    }
}
