package io.github.aspirejava.engine.context;

import io.github.aspirejava.concurrent.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A copy of a context's files, all with the same time. */
final class ContextCopy {
    private final Path source;
    private final Path target;
    private final Optional<Instant> time;
    private final Cancellation cancellation;

    ContextCopy(Path source, Path target, Optional<Instant> time, Cancellation cancellation) {
        this.source = source;
        this.target = target;
        this.time = time;
        this.cancellation = cancellation;
    }

    void copy(List<Path> files) throws IOException {
        List<Path> directories = new ArrayList<>();
        for (Path file : files) {
            cancellation.throwIfCancelled();
            Path copy = target.resolve(source.relativize(file));
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(copy);
                directories.add(file);
            } else {
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                date(file, copy);
            }
        }
        // Their own files change the time of directories, and permissions may forbid to create files in them.
        for (int i = directories.size() - 1; i >= 0; i--) {
            Path copy = target.resolve(source.relativize(directories.get(i)));
            if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
                Set<PosixFilePermission> permissions =
                        EnumSet.copyOf(Files.getPosixFilePermissions(directories.get(i)));
                permissions.add(PosixFilePermission.OWNER_WRITE);
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(copy, permissions);
            }
            date(directories.get(i), copy);
        }
    }

    private void date(Path file, Path copy) throws IOException {
        FileTime date = time.isPresent()
                ? FileTime.from(time.get())
                : Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        Files.getFileAttributeView(copy, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(date, null, null);
    }
}
