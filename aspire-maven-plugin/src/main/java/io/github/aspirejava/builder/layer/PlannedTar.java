package io.github.aspirejava.builder.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * The tar of a planned layer, with the same bytes as Jib's: entries in the order of their names, each directory on the
 * way to a file, owned by root unless planned otherwise, and each time written thrice. Jib's own
 * {@code ReproducibleLayerBuilder} converts the names in the image to paths of this machine, whose locale may lack
 * their characters.
 */
final class PlannedTar {
    private static final int FILE = 0100000;
    private static final int DIRECTORY = 0040000;

    private final Map<String, PlannedFile> files = new TreeMap<>();
    private final Map<String, TarArchiveEntry> entries = new TreeMap<>();

    PlannedTar(List<PlannedFile> planned) {
        this(planned, List.of());
    }

    PlannedTar(List<PlannedFile> planned, List<PlannedDirectory> directories) {
        for (PlannedDirectory directory : directories) {
            String name = directory.target().replaceAll("/+", "/").substring(1).replaceFirst("/?$", "/");
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_DIR);
            entry.setMode(DIRECTORY | directory.mode());
            put(entry, directory.owner(), PlannedFile.DEFAULT_TIME);
            putParents(name.substring(0, name.length() - 1));
        }
        for (PlannedFile file : planned) {
            String name = file.target().replaceAll("/+", "/").substring(1);
            files.put(name, file);
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL);
            entry.setMode(FILE | file.mode());
            put(entry, file.owner(), file.time());
            putParents(name);
        }
    }

    private void putParents(String name) {
        for (int end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
            String directory = name.substring(0, end + 1);
            if (!entries.containsKey(directory)) {
                put(new TarArchiveEntry(directory, TarConstants.LF_DIR), Owner.ROOT, PlannedFile.DEFAULT_TIME);
            }
        }
    }

    /** Locates the bytes of files. */
    interface Sources {
        /** Returns the path of a file's bytes. */
        Path of(PlannedFile file) throws IOException;
    }

    /** Writes the tar; the stream stays open. */
    void write(Sources sources, OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        for (TarArchiveEntry entry : entries.values()) {
            PlannedFile file = files.get(entry.getName());
            if (file == null) {
                tar.putArchiveEntry(entry);
            } else {
                Path source = sources.of(file);
                entry.setSize(Files.size(source));
                tar.putArchiveEntry(entry);
                Files.copy(source, tar);
            }
            tar.closeArchiveEntry();
        }
        tar.finish();
        tar.flush();
    }

    private void put(TarArchiveEntry entry, Owner owner, Instant time) {
        entry.setIds(owner.user(), owner.group());
        entry.setNames("", "");
        entry.setModTime(time.toEpochMilli());
        String seconds = time.getNano() == 0
                ? Long.toString(time.getEpochSecond())
                : "%d.%09d".formatted(time.getEpochSecond(), time.getNano());
        for (String header : List.of("mtime", "atime", "ctime", "LIBARCHIVE.creationtime")) {
            entry.addPaxHeader(header, seconds);
        }
        entries.put(entry.getName(), entry);
    }
}
