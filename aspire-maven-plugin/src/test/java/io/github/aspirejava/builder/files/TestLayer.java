package io.github.aspirejava.builder.files;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.oci.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A layer as engines write it, entry by entry. */
public final class TestLayer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());

    public TestLayer() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    public TestLayer file(String path, String content) {
        return file(path, content, 0644);
    }

    public TestLayer file(String path, String content, int mode) {
        byte[] written = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = entry(path, TarConstants.LF_NORMAL, mode);
        entry.setSize(written.length);
        return add(entry, written);
    }

    public TestLayer directory(String path, int mode) {
        return add(entry(path + '/', TarConstants.LF_DIR, mode), new byte[0]);
    }

    public TestLayer link(String path, String target) {
        return link(path, target, TarConstants.LF_SYMLINK);
    }

    public TestLayer hardLink(String path, String target) {
        return link(path, target, TarConstants.LF_LINK);
    }

    public TestLayer device(String path) {
        return add(entry(path, TarConstants.LF_CHR, 0600), new byte[0]);
    }

    /** Removes the content of lower layers at a path. */
    public TestLayer without(String path) {
        int name = path.lastIndexOf('/') + 1;
        return file(path.substring(0, name) + ".wh." + path.substring(name), "");
    }

    /** Removes the content of lower layers in a directory. */
    public TestLayer opaque(String directory) {
        return file(directory + "/.wh..wh..opq", "");
    }

    private TestLayer link(String path, String target, byte type) {
        TarArchiveEntry entry = entry(path, type, 0777);
        entry.setLinkName(target);
        return add(entry, new byte[0]);
    }

    private static TarArchiveEntry entry(String path, byte type, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
        entry.setMode(mode);
        entry.setIds(1000, 1000);
        entry.setNames("somebody", "somebody");
        entry.setModTime(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
        return entry;
    }

    private TestLayer add(TarArchiveEntry entry, byte[] content) {
        try {
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the uncompressed tar. */
    public Blob plain() {
        try {
            tar.finish();
            return Blob.ofBytes(MediaTypes.OCI_LAYER, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Blob gzip() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            tar.finish();
            bytes.writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Blob.ofBytes(MediaTypes.OCI_LAYER_GZIP, compressed.toByteArray());
    }

    /**
     * Reads the content of a tar: of files the content, of links {@code -> } and the target, of directories a slash.
     */
    public static Map<String, String> read(byte[] tar) {
        Map<String, String> found = new TreeMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String content = entry.isDirectory()
                        ? "/"
                        : entry.isSymbolicLink()
                                ? "-> " + entry.getLinkName()
                                : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                found.put(entry.getName().replaceFirst("/$", ""), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
