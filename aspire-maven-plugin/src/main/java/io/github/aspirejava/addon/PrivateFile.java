package io.github.aspirejava.addon;

import io.github.aspirejava.text.FilteredException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that is replaced atomically, and that only its owner can read. Its directory keeps itself out of version
 * control.
 */
public final class PrivateFile {
    private static final String OWNER_ONLY = "rw-------";

    private final Path directory;
    private final Path file;

    /**
     * Creates the file's object.
     *
     * @param file relative to {@code directory}, which is created on the first write
     */
    public PrivateFile(Path directory, Path file) {
        this.directory = directory;
        this.file = directory.resolve(file);
    }

    /** Returns the path of the file. */
    public Path path() {
        return file;
    }

    /** Returns its content; an empty array if it cannot be read. */
    public byte[] read() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Replaces its content atomically. */
    public void write(byte[] content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new FilteredException("%s is in no directory".formatted(file));
        }
        Files.createDirectories(parent);
        ignore();
        Path next = Files.createTempFile(parent, "next", ".tmp");
        try {
            if (Files.getFileStore(parent).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(next, PosixFilePermissions.fromString(OWNER_ONLY));
            }
            Files.write(next, content);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private void ignore() throws IOException {
        Path ignore = directory.resolve(".gitignore");
        if (!Files.exists(ignore, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.writeString(ignore, "*\n", StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                // another run has just done the same
            }
        }
    }
}
