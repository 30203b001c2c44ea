package io.github.aspirejava.build;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of a layer.
 *
 * @param entry where it is, where it goes, and with which mode, owner and time
 * @param normalised whether it is a jar whose entries are put in order and stripped of their times
 */
record PlannedFile(FileEntry entry, boolean normalised) {
    /** A file that everybody may read. */
    static PlannedFile of(Path source, String target, Instant time, boolean normalised) {
        FileEntry entry =
                new FileEntry(source, AbsoluteUnixPath.get(target), FilePermissions.DEFAULT_FILE_PERMISSIONS, time);
        return new PlannedFile(entry, normalised);
    }

    Path source() {
        return entry.getSourceFile();
    }

    String target() {
        return entry.getExtractionPath().toString();
    }

    FileEntry entryWithSource(Path source) {
        return new FileEntry(
                source,
                entry.getExtractionPath(),
                entry.getPermissions(),
                entry.getModificationTime(),
                entry.getOwnership());
    }
}
