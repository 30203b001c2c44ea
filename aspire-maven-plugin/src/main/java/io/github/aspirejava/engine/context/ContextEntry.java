package io.github.aspirejava.engine.context;

import io.github.aspirejava.oci.Blob;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** An entry of a context: a file, directory or symbolic link on disk, or a file that only the engine sees. */
sealed interface ContextEntry {
    /** Returns its tar header. */
    TarArchiveEntry header() throws IOException;

    /** Returns its bytes, as many as the header states. */
    InputStream open() throws IOException;

    /**
     * A file, directory or link on disk. Its owner is not sent, as with Docker's command line.
     *
     * @param name its name, each byte as one character
     * @param time the modification time to send instead of its own
     */
    record OnDisk(String name, Path file, Optional<Instant> time) implements ContextEntry {
        private static final int PERMISSIONS = 07777;

        @Override
        public TarArchiveEntry header() throws IOException {
            boolean link = Files.isSymbolicLink(file);
            boolean directory = !link && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
            TarArchiveEntry header = link
                    ? new TarArchiveEntry(name, TarConstants.LF_SYMLINK)
                    : new TarArchiveEntry(directory ? name + '/' : name);
            if (link) {
                header.setLinkName(FileName.bytes(Files.readSymbolicLink(file)));
            } else if (!directory) {
                header.setSize(Files.size(file));
            }
            header.setMode(mode());
            header.setIds(0, 0);
            header.setLastModifiedTime(FileTime.from(
                    time.isPresent()
                            ? time.get()
                            : Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                    .toInstant()));
            return header;
        }

        private int mode() throws IOException {
            return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS) & PERMISSIONS
                    // An executable file must stay executable, and Windows has no such permission.
                    : 0755;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Files.newInputStream(file)
                    : InputStream.nullInputStream();
        }
    }

    /** A file that is a blob of an image. */
    record OfBlob(String name, Blob blob) implements ContextEntry {
        @Override
        public TarArchiveEntry header() {
            TarArchiveEntry header = new TarArchiveEntry(name);
            header.setSize(blob.descriptor().size());
            header.setMode(0600);
            header.setIds(0, 0);
            header.setLastModifiedTime(FileTime.from(Instant.EPOCH));
            return header;
        }

        @Override
        public InputStream open() throws IOException {
            return blob.open();
        }
    }

    /** A file that is created for the engine. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(String name, byte[] content) implements ContextEntry {
        @Override
        public TarArchiveEntry header() {
            TarArchiveEntry header = new TarArchiveEntry(name);
            header.setSize(content.length);
            header.setMode(0600);
            header.setIds(0, 0);
            header.setLastModifiedTime(FileTime.from(Instant.EPOCH));
            return header;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }
}
