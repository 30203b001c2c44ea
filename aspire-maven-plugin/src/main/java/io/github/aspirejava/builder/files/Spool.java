package io.github.aspirejava.builder.files;

import io.github.aspirejava.builder.files.TreeNode.Content;
import io.github.aspirejava.cache.HashingOutputStream;
import io.github.aspirejava.image.Digest;
import io.github.aspirejava.oci.Blob;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/**
 * The contents of some files of an image, in one temporary file: layers hold them in another order than they are
 * written in, and they may be too large for memory.
 */
final class Spool {
    private final Path file;
    private final Map<Content, Extent> extents = new HashMap<>();

    private Spool(Path file) {
        this.file = file;
    }

    private record Extent(long start, long length, Digest digest) {}

    /** Reads those of {@code layers} again that contain some of {@code wanted}. */
    static Spool fill(Path file, List<Blob> layers, Set<Content> wanted) throws IOException {
        Spool spool = new Spool(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            long position = 0;
            for (int layer : wanted.stream().map(Content::layer).collect(Collectors.toSet())) {
                try (LayerTar tar = LayerTar.open(layers.get(layer))) {
                    for (Optional<TarArchiveEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                        Content content = new Content(layer, tar.number());
                        if (wanted.contains(content)) {
                            HashingOutputStream hashed = new HashingOutputStream(out);
                            long length = tar.content().transferTo(hashed);
                            spool.extents.put(content, new Extent(position, length, hashed.digest()));
                            position += length;
                        }
                    }
                }
            }
        }
        return spool;
    }

    long length(Content content) {
        return extent(content).length();
    }

    Digest digest(Content content) {
        return extent(content).digest();
    }

    void write(Content content, RandomAccessFile spooled, OutputStream out) throws IOException {
        Extent extent = extent(content);
        byte[] buffer = new byte[(int) Math.min(64 * 1024, Math.max(1, extent.length()))];
        spooled.seek(extent.start());
        long left = extent.length();
        while (left > 0) {
            int count = (int) Math.min(left, buffer.length);
            spooled.readFully(buffer, 0, count);
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** Opens the file for reading. */
    RandomAccessFile open() throws IOException {
        return new RandomAccessFile(file.toFile(), "r");
    }

    private Extent extent(Content content) {
        Extent extent = extents.get(content);
        if (extent == null) {
            throw new IllegalStateException("Nobody asked for %s".formatted(content));
        }
        return extent;
    }
}
