package io.github.aspirejava.builder.files;

import io.github.aspirejava.oci.Blob;
import io.github.aspirejava.text.FilteredException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The entries of a layer, one after another. */
final class LayerTar implements Closeable {
    private static final int BUFFER = 64 * 1024;
    private static final int GZIP = 0x8b1f;
    private static final int ZSTD = 0xb528;

    private final InputStream bytes;
    private final TarArchiveInputStream tar;
    private int number = -1;

    private LayerTar(InputStream bytes, InputStream plain) {
        this.bytes = bytes;
        this.tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name());
    }

    static LayerTar open(Blob layer) throws IOException {
        InputStream bytes = new BufferedInputStream(layer.open(), BUFFER);
        try {
            return new LayerTar(bytes, plain(bytes));
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /**
     * Decompresses the layer by the magic number of its first bytes; the media types of engines are not always right.
     */
    private static InputStream plain(InputStream bytes) throws IOException {
        bytes.mark(2);
        int magic = bytes.read() | bytes.read() << 8;
        bytes.reset();
        if (magic == ZSTD) {
            throw new FilteredException("one of its layers is compressed with zstd, which is not supported");
        }
        return magic == GZIP ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    /** Returns the next entry; at the end the layer's digest has been verified. */
    Optional<TarArchiveEntry> next() throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        number++;
        if (entry == null) {
            // A tar ends before its file does, and the digest is verified only after the file's last bytes.
            tar.transferTo(OutputStream.nullOutputStream());
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return Optional.ofNullable(entry);
    }

    /** Returns the number of the entry that was read last, from 0 on. */
    int number() {
        return number;
    }

    /** Returns the bytes of the entry that was read last. */
    InputStream content() {
        return tar;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
