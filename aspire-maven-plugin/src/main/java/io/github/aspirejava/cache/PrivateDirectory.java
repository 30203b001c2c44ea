package io.github.aspirejava.cache;

import io.github.aspirejava.text.ForeignText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A directory that this user alone can write to. On file systems without POSIX permissions, such as those of Windows,
 * the user's own directories are private already, and nothing is checked.
 */
final class PrivateDirectory {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final Optional<UserPrincipal> user;

    private PrivateDirectory(Path path, Optional<UserPrincipal> user) {
        this.path = path;
        this.user = user;
    }

    /**
     * Creates the directory unless it exists.
     *
     * @throws IOException if it cannot be written to, or if others can, or own it
     */
    static PrivateDirectory of(Path path) throws IOException {
        create(path);
        Path probe = Files.createTempFile(path, "probe", null);
        try {
            Optional<UserPrincipal> user = posix(probe).map(PosixFileAttributes::owner);
            PrivateDirectory directory = new PrivateDirectory(path, user);
            directory.check(path);
            return directory;
        } finally {
            Files.delete(probe);
        }
    }

    /** Returns a directory in this one, which is created unless it exists, and as private. */
    Path child(String name) throws IOException {
        Path child = path.resolve(name);
        create(child);
        check(child);
        return child;
    }

    /** Returns whether this user has written the file. */
    boolean isOwn(Path file) throws IOException {
        return user.isEmpty() || posix(file).map(PosixFileAttributes::owner).equals(user);
    }

    private void check(Path directory) throws IOException {
        Optional<PosixFileAttributes> attributes = posix(directory);
        if (attributes.isEmpty() || user.isEmpty()) {
            return;
        }
        if (!attributes.get().owner().equals(user.get())) {
            throw new NotPrivateException("%s belongs to %s"
                    .formatted(directory, attributes.get().owner().getName()));
        }
        Set<PosixFilePermission> others = EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
        others.retainAll(attributes.get().permissions());
        if (!others.isEmpty()) {
            throw new NotPrivateException("others can write to %s (%s)"
                    .formatted(
                            directory,
                            PosixFilePermissions.toString(attributes.get().permissions())));
        }
    }

    private static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(directory, OWNER_ONLY);
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Thrown if another user may have put files into the directory. */
    static final class NotPrivateException extends IOException {
        private static final long serialVersionUID = 1L;

        NotPrivateException(String message) {
            super(ForeignText.line(message));
        }
    }

    private static Optional<PosixFileAttributes> posix(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? Optional.empty() : Optional.of(view.readAttributes());
    }
}
