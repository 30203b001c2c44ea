package io.github.aspirejava.builder.layer;

import io.github.aspirejava.builder.content.CopiedFile;
import io.github.aspirejava.builder.content.FileContent;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of a layer.
 *
 * @param content its bytes
 * @param target its path in the image, which starts with a slash
 * @param mode its permissions, as POSIX defines them
 * @param time its modification time in the image
 */
public record PlannedFile(FileContent content, String target, int mode, Owner owner, Instant time) {
    /** One second after the epoch, as in Jib: some tools interpret a time of zero as none. */
    static final Instant DEFAULT_TIME = Instant.ofEpochSecond(1);

    private static final int READABLE_BY_ALL = 0644;
    private static final int EXECUTABLE_BY_ALL = 0755;

    /** Returns a file that is readable by all, with the time of files that are not served. */
    public static PlannedFile of(FileContent content, String target) {
        return new PlannedFile(content, target, READABLE_BY_ALL, Owner.ROOT, DEFAULT_TIME);
    }

    /** Returns a copy of a file that is readable by all. */
    public static PlannedFile copyOf(Path source, String target) {
        return of(new CopiedFile(source), target);
    }

    /** Returns a copy of a file that is executable by all. */
    public static PlannedFile executable(Path source, String target) {
        return new PlannedFile(new CopiedFile(source), target, EXECUTABLE_BY_ALL, Owner.ROOT, DEFAULT_TIME);
    }

    /** Returns the same file with other permissions and another owner. */
    public PlannedFile with(int permissions, Owner other) {
        return new PlannedFile(content, target, permissions, other, time);
    }

    /** Returns the same file with another modification time. */
    PlannedFile withTime(Instant other) {
        return new PlannedFile(content, target, mode, owner, other);
    }
}
