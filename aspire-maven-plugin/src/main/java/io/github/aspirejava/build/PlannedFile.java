package io.github.aspirejava.build;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of a layer; it belongs to root.
 *
 * @param source where it is
 * @param target its path in the image, which starts with a slash
 * @param mode who may do what with it, as POSIX counts it
 * @param time when it was modified, as the image tells
 * @param normalised whether it is a jar whose entries are put in order and stripped of their times
 */
record PlannedFile(Path source, String target, int mode, Instant time, boolean normalised) {
    private static final int READABLE_BY_ALL = 0644;

    /** A file that everybody may read. */
    static PlannedFile of(Path source, String target, Instant time, boolean normalised) {
        return new PlannedFile(source, target, READABLE_BY_ALL, time, normalised);
    }

    /** The same file, modified at another time. */
    PlannedFile withTime(Instant other) {
        return new PlannedFile(source, target, mode, other, normalised);
    }
}
